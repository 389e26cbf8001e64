import { Worker } from "node:worker_threads";
import { fail, type Result } from "#lib/exam/result";
import { ThreadPool, threadLimits } from "#lib/markdown/thread-pool";
import type { SubmissionRefusal, Suggested } from "./apply-suggestion.ts";
import type { SuggestionJob } from "./suggestion-worker.ts";

type Made = Result<Suggested, SubmissionRefusal>;

const shared = globalThis as typeof globalThis & { mockdownSuggestionPool?: ThreadPool<SuggestionJob, Made> };

function pool(): ThreadPool<SuggestionJob, Made> {
  shared.mockdownSuggestionPool ??= new ThreadPool({
    start,
    threads: 1,
    mostWaiting: 20,
    patienceMs: 10_000,
    limitMs: 3_000,
    prepareMs: 30_000,
  });
  return shared.mockdownSuggestionPool;
}

/**
 * Next bundles the thread's program only if it is written exactly like this, with the options written out; see
 * docs/decisions/0012.
 */
function start(): Worker {
  if (process.env.NEXT_RUNTIME === "nodejs")
    return new Worker(new URL("./suggestion-worker.ts", import.meta.url), {
      execArgv: [],
      resourceLimits: threadLimits,
    });
  const program = new URL(/* turbopackIgnore: true */ "./suggestion-worker.mjs", import.meta.url);
  return new Worker(/* turbopackIgnore: true */ program, { execArgv: [], resourceLimits: threadLimits });
}

/**
 * `applySuggestion` with a hard time limit: the learner's text is read and rendered like an author's, which may take a
 * while.
 */
export async function applyInThread(
  job: SuggestionJob,
): Promise<Result<Suggested, SubmissionRefusal | "busy" | "too-much">> {
  const outcome = await pool().run(job);
  if (outcome.state === "done") return outcome.made;
  return fail(outcome.state === "full" ? "busy" : "too-much");
}
