import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { escapeHtml } from "#lib/markdown/escape-html";
import type { Refusal } from "#lib/markdown/parse-markdown";
import type { RenderedMarkdown } from "#lib/markdown/render-markdown";
import { ThreadPool, threadLimits } from "#lib/markdown/thread-pool";
import type { WritersLetters } from "./comment-html.ts";
import type { CommentJob, CommentMade } from "./comment-worker.ts";

/** In characters; more than any form here accepts. */
const longestUntrusted = 20_000;
export const untrustedLimitMs = 200;

type Rendered =
  | Extract<RenderedMarkdown, { ok: true }>
  | { readonly ok: false; readonly refusal: Refusal | { readonly reason: "busy" } };

const shared = globalThis as typeof globalThis & { mockdownRenderPool?: ThreadPool<CommentJob, CommentMade> };

/** One processor is left for requests. */
function pool(): ThreadPool<CommentJob, CommentMade> {
  shared.mockdownRenderPool ??= new ThreadPool({
    start,
    threads: Math.min(4, Math.max(1, availableParallelism() - 1)),
    mostWaiting: 256,
    patienceMs: 10_000,
    limitMs: untrustedLimitMs,
    prepareMs: 30_000,
  });
  return shared.mockdownRenderPool;
}

/**
 * Next bundles the thread's program only if it is written exactly like this, with the options written out; see
 * docs/decisions/0012.
 */
function start(): Worker {
  if (process.env.NEXT_RUNTIME === "nodejs")
    return new Worker(new URL("./comment-worker.ts", import.meta.url), { execArgv: [], resourceLimits: threadLimits });
  const program = new URL(/* turbopackIgnore: true */ "./comment-worker.mjs", import.meta.url);
  return new Worker(/* turbopackIgnore: true */ program, { execArgv: [], resourceLimits: threadLimits });
}

/**
 * Renders Markdown that anyone may write as safe HTML, in a thread of its own that is ended after `untrustedLimitMs`:
 * the text is then shown as it was typed. Refuses text that is too long, text that `parseMarkdown` refuses, and
 * everything while too many texts are waiting. Where the writer's `letters` are known, those that name options are marked.
 */
export async function renderInThread(markdown: string, letters: WritersLetters | null): Promise<Rendered> {
  if (markdown.length > longestUntrusted) return { ok: false, refusal: { reason: "too-long", line: 1 } };
  const outcome = await pool().run({ wanted: "html", markdown, letters });
  if (outcome.state === "full") return { ok: false, refusal: { reason: "busy" } };
  return (outcome.state === "done" ? outcome.made.rendered : null) ?? asTyped(markdown);
}

/** `inLettersOf` in such a thread; null also where it is too busy or takes too long. */
export async function rewriteInThread(
  markdown: string,
  letters: WritersLetters,
  order: readonly string[],
): Promise<string | null> {
  const outcome = await pool().run({ wanted: "markdown", markdown, letters, order });
  return outcome.state === "done" ? outcome.made.markdown : null;
}

/** Only the paragraphs and lines of a text, without other markup. */
function asTyped(markdown: string): Extract<RenderedMarkdown, { ok: true }> {
  const text = markdown.replace(/\r\n?/g, "\n").replaceAll("\0", "\uFFFD").trim();
  const paragraphs = text
    .split(/\n\s*\n/)
    .map((paragraph) => `<p>${escapeHtml(paragraph).replaceAll("\n", "<br>")}</p>`);
  return { ok: true, html: paragraphs.join(""), text: text.replace(/\s+/g, " ") };
}
