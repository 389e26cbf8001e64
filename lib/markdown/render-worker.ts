/**
 * Renders what anyone may write, in a thread that can be ended. Receives Markdown; reports when it begins and by which
 * clock, then the result.
 */
import { parentPort } from "node:worker_threads";
import { escapeMoney } from "./escape-money.ts";
import { prepareLanguages } from "./highlight-code.ts";
import { renderMarkdown, untrustedMarkdown } from "./render-markdown.ts";
import { ownClock } from "./run-within.ts";

/** The languages of a text's code blocks: preparing a grammar may take longer than rendering the text. */
function languagesIn(markdown: string): ReadonlySet<string> {
  const fences = markdown.matchAll(/(?<![`~])(?:`{3,}|~{3,})[ \t]*([A-Za-z0-9+#-]{1,20})/g);
  return new Set([...fences].map((fence) => fence[1] ?? ""));
}

// The first use of each part is slow.
renderMarkdown("*a* `b` $c$\n\n- d\n\n| e |\n| - |", untrustedMarkdown);

const clock = ownClock();

parentPort?.on("message", (markdown: string) => {
  prepareLanguages(languagesIn(markdown));
  parentPort?.postMessage({ clock });
  parentPort?.postMessage(renderMarkdown(escapeMoney(markdown), untrustedMarkdown));
});
