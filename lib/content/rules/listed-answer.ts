import type { QuestionRule } from "./rule.ts";

const file = (answer: string): string => `---
domain: d
answer: ${answer}
---
What turns a name into an address?

## Explanation

The Domain Name System does.
`;

export const listedAnswer: QuestionRule = {
  id: "listed-answer",
  severity: "warning",
  description:
    "Several accepted texts are written in square brackets: without them they are one text with commas in it.",
  examples: {
    bad: ["DNS, Domain Name System", "DNS; Domain Name System", "DNS or Domain Name System"].map(file),
    good: ["[DNS, Domain Name System]", '"Paris, Texas"', "Domain Name System", "(3, 4)"].map(file),
  },
  check: ({ read }) => {
    const { answer } = read.front;
    if (read.kind !== "text" || typeof answer !== "string") return [];
    const entries = answer.split(/\s*[,;]\s+|\s+or\s+/);
    const place = entries.length > 1 ? read.placeOf("answer") : null;
    // What is in quotes is meant as it is, and (3, 4) is a point.
    if (!place || /^["'|>(]/.test(read.source.split("\n")[place.line - 1]?.slice(place.column - 1) ?? "")) return [];
    return [
      {
        at: place,
        message: `only "${answer.slice(0, 60)}" as a whole is accepted`,
        fix: `write [${entries.join(", ").slice(0, 60)}] if each is correct by itself, or put quotes around the whole if only that is`,
      },
    ];
  },
};
