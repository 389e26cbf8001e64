import type { QuestionRule } from "./rule.ts";

/** What two options say, without regard to case, punctuation, articles and spacing. */
export function gist(text: string): string {
  return (
    text
      .toLowerCase()
      .normalize("NFKD")
      .replace(/\b(?:a|an|the|it|they)\b/g, " ")
      // Signs that carry meaning (+, #, <, operators, digits) stay.
      .replace(/[.,;:!?'"’“”`()\s]+/g, " ")
      .trim()
  );
}

/** Letters that are in no word which `gist` leaves out, and digits. */
const telling = Array.from({ length: 128 }, (_, code) => /[bcdfgjklmopqrsuvwxz0-9]/.test(String.fromCharCode(code)));

/**
 * A number that is the same for texts of the same gist and seldom for others, quick to tell; null for a text beyond
 * ASCII, whose letters `gist` can change.
 */
export function weightOf(text: string): number | null {
  const lower = text.toLowerCase();
  let weight = 0;
  for (let index = 0; index < lower.length; index += 1) {
    const code = lower.charCodeAt(index);
    if (code > 127) return null;
    if (telling[code]) weight += code;
  }
  return weight;
}

export const sameOptions: QuestionRule = {
  id: "same-options",
  severity: "warning",
  description: "Two options say the same thing: if one were correct, the other would be, too.",
  examples: {
    bad: [
      `---
domain: d
---
What does dropout do?

- [ ] It scales the weights.
- [ ] it scales weights
- [x] It leaves units out at random

## Explanation

Units are left out at random.
`,
    ],
    good: [
      `---
domain: d
---
Which language has classes?

- [ ] C
- [x] C++
- [ ] B

## Explanation

C++ has classes.
`,
    ],
  },
  check: ({ read }) => {
    if (read.kind !== "single" && read.kind !== "multiple") return [];
    const weights = read.options.map((option) => weightOf(option.text));
    if (!weights.includes(null) && new Set(weights).size === weights.length) return [];
    // Options equal to the letter are the error duplicate-option.
    const seen = new Map<string, (typeof read.options)[number]>();
    return read.options.flatMap((option) => {
      const said = gist(option.text);
      const other = seen.get(said);
      if (!other || said === "" || other.source === option.source || option.source.includes("`")) {
        if (!other) seen.set(said, option);
        return [];
      }
      return [
        {
          at: option.node,
          message: `this option says the same as the one on line ${other.node.position?.start.line}`,
          fix: "replace one of the two",
        },
      ];
    });
  },
};
