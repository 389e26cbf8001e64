import { writtenNumber } from "../read/written-number.ts";
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
  description: "The answer to a numeric question has no more digits than a computer's numbers can hold, about 15.",
  examples: {
    bad: ["12345678901234567890", "0.12345678901234567890"].map(file),
    good: ["3.10", "-0.5", "1e6", "42", "007", "9007199254740992"].map(file),
  },
  check: ({ read }) => {
    const written = read.kind === "numeric" ? writtenNumber(read) : null;
    if (written === null || !losesDigits(written, Number(read.front.answer))) return [];
    return [
      {
        at: read.placeOf("answer"),
        message: `${written} is compared as ${read.front.answer}, so other numbers count as correct, too`,
        fix: `if it is a code, write "${written}" in quotes to make it a text; otherwise write fewer digits`,
      },
    ];
  },
};

function losesDigits(written: string, value: number): boolean {
  const digits = (text: string) => text.replace(/^-?0*|(?<=\.\d*)0+$|\.$/g, "").replace(/^\./, "");
  return !String(value).includes("e") ? digits(written) !== digits(String(value)) : digits(written).length > 15;
}
