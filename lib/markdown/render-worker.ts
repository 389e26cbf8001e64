/** Renders what anybody may write, in a thread that can be ended. Takes Markdown; says when it begins and by which clock, then what it made. */
import { parentPort } from "node:worker_threads";
import { escapeMoney } from "./escape-money.ts";
import { prepareLanguages } from "./highlight-code.ts";
import { renderMarkdown, untrustedMarkdown } from "./render-markdown.ts";
import { ownClock } from "./run-within.ts";

/** What follows the fences of a text: getting a grammar ready may take longer than the text does. */
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
