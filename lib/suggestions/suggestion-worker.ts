/** Applies what a learner wrote to a file and checks it, in a thread that can be ended: see docs/decisions/0012. */
import { parentPort } from "node:worker_threads";
import { ownClock } from "#lib/markdown/run-within";
import { applySuggestion, type Submission } from "./apply-suggestion.ts";

/** The arguments of `applySuggestion`. */
export interface SuggestionJob {
  readonly file: string;
  readonly raw: string;
  readonly order: readonly string[];
  readonly submission: Submission;
}

const clock = ownClock();

parentPort?.on("message", ({ file, raw, order, submission }: SuggestionJob) => {
  parentPort?.postMessage({ clock });
  parentPort?.postMessage(applySuggestion(file, raw, order, submission));
});
