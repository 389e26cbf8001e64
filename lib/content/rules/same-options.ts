import type { QuestionRule } from "../rule.ts";

/** What two options say, without regard to case, punctuation, articles and spacing. */
function gist(text: string): string {
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

/** Options equal to the letter are the error duplicate-option. */
function collapsed(source: string): string {
  return source.replace(/\s+/g, " ").trim();
}

export const sameOptions: QuestionRule = {
  id: "same-options",
  severity: "warning",
  description: "Two options say the same: if one were right, the other would be too.",
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
    const seen = new Map<string, (typeof read.options)[number]>();
    return read.options.flatMap((option) => {
      const said = gist(option.text);
      const other = seen.get(said);
      if (!other || said === "" || collapsed(other.source) === collapsed(option.source) || /`/.test(option.source)) {
        if (!other) seen.set(said, option);
        return [];
      }
      return [
        {
          at: option.node,
          message: `this option says the same as the one in line ${other.node.position?.start.line}`,
          fix: "replace one of the two",
        },
      ];
    });
  },
};
