import type { QuestionRule } from "./rule.ts";

const file = (answer: string): string => `---
domain: d
kind: text
answer: ${answer}
---
Which command shows the history?

## Explanation

It lists the commits.
`;

/** Code, bold, italics and formulas that span the whole text: nobody types their marks. */
const marked = /^(?:`[^`]+`|\*\*[^*]+\*\*|\*[^*\s][^*]*\*|\$[^$]+\$|!?\[[^\]]*\]\([^)]*\))$/;

export const typedMarks: QuestionRule = {
  id: "typed-marks",
  severity: "warning",
  description: "An accepted text has no Markdown: learners would have to type it.",
  examples: {
    bad: ['["`git log`"]', '"**Paris**"', '["git log", "$x$"]'].map(file),
    good: ['["git log"]', '"2*3*4"', '"`"', '"a * b"'].map(file),
  },
  check: ({ read }) => {
    if (read.kind !== "text") return [];
    const found = [read.front.answer ?? []]
      .flat()
      .map(String)
      .find((text) => marked.test(text.trim()));
    if (found === undefined) return [];
    return [
      {
        at: read.placeOf("answer"),
        message: `learners would have to type the Markdown of ${JSON.stringify(found.slice(0, 60))}`,
        fix: "write it as plain text",
      },
    ];
  },
};
