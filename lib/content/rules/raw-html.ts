import type { Nodes } from "mdast";
import { isLineBreak } from "#lib/markdown/raw-html";
import { isSilent } from "../read/blocks.ts";
import type { QuestionRule } from "./rule.ts";

const file = (stem: string): string => `---
domain: d
---
${stem}

- [x] BLEU
- [ ] Adam

## Explanation

{A} is one.
`;

export const shownAsText = {
  message: "this HTML will be shown as text",
  fix: "write it as Markdown, or as `code` if it is meant to be read",
};

export const rawHtml: QuestionRule = {
  id: "raw-html",
  severity: "warning",
  description: "HTML is shown as text, except <br> and comments.",
  examples: {
    bad: [file("Which is a <b>metric</b>?"), file("Which?\n\n<details>\nA hint.\n</details>")],
    good: [file("Which is a `<metric>`?<br>Choose. <!-- to do -->"), file("Is 1 < 2 > 0?")],
  },
  check: ({ read }) => {
    const first = read.source.includes("<") ? firstHtml(read.root) : null;
    if (!first) return [];
    return [{ at: first, ...shownAsText }];
  },
};

export function firstHtml(node: Nodes): Nodes | null {
  if (node.type === "html") return isLineBreak(node.value) || isSilent(node) ? null : node;
  if (!("children" in node)) return null;
  for (const child of node.children) {
    const found = firstHtml(child);
    if (found) return found;
  }
  return null;
}
