import type { Nodes } from "mdast";
import type { ReadOption } from "../read/read-question.ts";
import type { QuestionRule } from "./rule.ts";

const file = (options: string): string => `---
domain: d
---
Which layer routes?

${options}

## Explanation

Routers read addresses.
`;

export const gluedText: QuestionRule = {
  id: "glued-text",
  severity: "warning",
  description: "A line under an option belongs to it only when it is indented, and a note begins with >.",
  examples: {
    bad: [
      "- [ ] Transport\n- [x] Network\nRouters work there.",
      "- [x] Network\n      > Routers work there.\n- [ ] Transport",
      "- [x] Network\n      Routers work there.\n- [ ] Transport",
      "- [x] Network\n\n      Routers work there.\n\n- [ ] Transport",
    ].map(file),
    good: [
      "- [ ] Transport\n- [x] Network\n  > Routers work there.",
      "- [x] Network,\n  the third\n- [ ] Transport,\n      the fourth",
      "- [x] Network\n  > Routers work\nthere.\n- [ ] Transport",
      "- [x] Network:\n\n  ```\n  ip route\n  ```\n\n- [ ] Transport",
    ].map(file),
  },
  check: ({ read }) => read.options.flatMap((option) => remarksOn(option, read.source)),
};

function remarksOn({ body }: ReadOption, source: string): ReturnType<QuestionRule["check"]> {
  const [first] = body;
  const from = first?.type === "paragraph" ? first.position?.start : undefined;
  const written = from ? source.slice(from.offset, first?.position?.end.offset) : "";
  const glued = atMargin.exec(written);
  if (glued && from)
    return [
      {
        at: { line: from.line + written.slice(0, glued.index).split("\n").length, column: 1 },
        message: `"${glued[1]?.slice(0, 40)}" is part of the option above, so learners see it before they answer`,
        fix: "begin it with two spaces and > if it is a note, indent it by two if it belongs to the option, or put a blank line before it",
      },
    ];
  const code = body.find((block) => block.type === "code" && isIndented(block, source));
  if (code === undefined) return [];
  return [
    {
      at: code,
      message: "a paragraph indented this far is a block of code, and part of the option",
      fix: "begin it with two spaces and > if it is a note, or put ``` before and after it if it is code",
    },
  ];
}

/**
 * A line at the margin that looks like nothing else (a mark of a list, a fence or a heading is reported elsewhere), a
 * note that is indented too far to be one, or a sentence of its own that is.
 */
const atMargin = /\n(?![-*+#`~|]|\d+[.)])([^\s>].*|[ \t]+>.*|[ \t]{4,}\p{Lu}.*[.!?](?=\n|$))/u;

function isIndented({ position }: Nodes, source: string): boolean {
  return !/^\s*[`~]{3}/.test(source.slice(position?.start.offset ?? 0, (position?.start.offset ?? 0) + 100));
}
