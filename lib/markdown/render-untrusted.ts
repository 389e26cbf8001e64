import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { escapeHtml } from "./escape-html.ts";
import type { Refusal } from "./parse-markdown.ts";
import type { RenderedMarkdown } from "./render-markdown.ts";
import { ThreadPool, threadLimits } from "./thread-pool.ts";

/** In characters; more than any form here accepts. */
const longestUntrusted = 20_000;
export const untrustedLimitMs = 200;

type Rendered =
  | Extract<RenderedMarkdown, { ok: true }>
  | { readonly ok: false; readonly refusal: Refusal | { readonly reason: "busy" } };

const shared = globalThis as typeof globalThis & { mockdownRenderPool?: ThreadPool<string, RenderedMarkdown> };

/** One processor is left for requests. */
function pool(): ThreadPool<string, RenderedMarkdown> {
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
    return new Worker(new URL("./render-worker.ts", import.meta.url), { execArgv: [], resourceLimits: threadLimits });
  const program = new URL(/* turbopackIgnore: true */ "./render-worker.mjs", import.meta.url);
  return new Worker(/* turbopackIgnore: true */ program, { execArgv: [], resourceLimits: threadLimits });
}

/**
 * Renders Markdown that anyone may write as safe HTML, in a thread of its own that is ended after `untrustedLimitMs`:
 * the text is then shown as it was typed. Refuses text that is too long, text that `parseMarkdown` refuses, and
 * everything while too many texts are waiting.
 */
export async function renderUntrusted(markdown: string): Promise<Rendered> {
  if (markdown.length > longestUntrusted) return { ok: false, refusal: { reason: "too-long", line: 1 } };
  const outcome = await pool().run(markdown);
  if (outcome.state === "full") return { ok: false, refusal: { reason: "busy" } };
  return outcome.state === "done" ? outcome.made : asTyped(markdown);
}

/** Only the paragraphs and lines of a text, without other markup. */
function asTyped(markdown: string): Extract<RenderedMarkdown, { ok: true }> {
  const text = markdown.replace(/\r\n?/g, "\n").replaceAll("\0", "\uFFFD").trim();
  const paragraphs = text
    .split(/\n\s*\n/)
    .map((paragraph) => `<p>${escapeHtml(paragraph).replaceAll("\n", "<br>")}</p>`);
  return { ok: true, html: paragraphs.join(""), text: text.replace(/\s+/g, " ") };
}
