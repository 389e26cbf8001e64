import type { QuestionRule } from "./rule.ts";

const file = (answer: string): string => `---
domain: d
answer: ${answer}
---
Which one is it?

## Explanation

It is this one.
`;

export const numberAsWritten: QuestionRule = {
  id: "number-as-written",
  severity: "warning",
  description: "The answer of a numeric question is shown as it is written: 3.10 would be shown as 3.1.",
  examples: {
    bad: ["3.10", "12345678901234567890", "007", "1.0"].map(file),
    good: ["3.1", "-0.5", "1e6", "42"].map(file),
  },
  check: ({ read }) => {
    const { answer } = read.front;
    const place = read.kind === "numeric" && typeof answer === "number" ? read.placeOf("answer") : null;
    if (place === null) return [];
    const line = read.source.split("\n")[place.line - 1]?.slice(place.column - 1) ?? "";
    const written = /^\+?(-?[\d.]+)\s*(?:#.*)?$/.exec(line)?.[1];
    if (written === undefined || String(answer) === written) return [];
    return [
      {
        at: place,
        message: `the answer ${written} is shown as ${answer}`,
        fix: `write ${answer}; if it is a version or a code, write "${written}" in quotes: then it is a text`,
      },
    ];
  },
};
