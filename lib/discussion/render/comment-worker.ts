/**
 * Renders what anyone may write, in a thread that can be ended. Receives a job; reports when it begins and by which clock,
 * then the result.
 */
import { parentPort } from "node:worker_threads";
import { prepareLanguages } from "#lib/markdown/highlight-code";
import type { RenderedMarkdown } from "#lib/markdown/render-markdown";
import { ownClock } from "#lib/markdown/run-within";
import { commentHtml, inLettersOf, type WritersLetters } from "./comment-html.ts";

/** A comment to render, or to rewrite in the letters of another order. */
export type CommentJob =
  | { readonly wanted: "html"; readonly markdown: string; readonly letters: WritersLetters | null }
  | {
      readonly wanted: "markdown";
      readonly markdown: string;
      readonly letters: WritersLetters;
      readonly order: readonly string[];
    };

export interface CommentMade {
  /** Null where the other is wanted; so is `markdown`, and where it cannot be rewritten. */
  readonly rendered: RenderedMarkdown | null;
  readonly markdown: string | null;
}

/** The languages of a text's code blocks: preparing a grammar may take longer than rendering the text. */
function languagesIn(markdown: string): ReadonlySet<string> {
  const fences = markdown.matchAll(/(?<![`~])(?:`{3,}|~{3,})[ \t]*([A-Za-z0-9+#-]{1,20})/g);
  return new Set([...fences].map((fence) => fence[1] ?? ""));
}

// The first use of each part is slow.
const example = { order: ["a", "b"], stem: "a?", options: ["b", "c"] };
commentHtml("*a* `b` $c$\n\n- A is wrong, because the first option is\n\n| e |\n| - |", example);

const clock = ownClock();

function make(job: CommentJob): CommentMade {
  if (job.wanted === "html") return { rendered: commentHtml(job.markdown, job.letters), markdown: null };
  return { rendered: null, markdown: inLettersOf(job.markdown, job.letters, job.order) };
}

parentPort?.on("message", (job: CommentJob) => {
  prepareLanguages(languagesIn(job.markdown));
  parentPort?.postMessage({ clock });
  parentPort?.postMessage(make(job));
});
