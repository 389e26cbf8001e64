import type { QuestionRule } from "./rule.ts";

export const everyOptionRight: QuestionRule = {
  id: "every-option-right",
  severity: "warning",
  description: "Every option is right, so ticking them all earns full points without reading.",
  examples: {
    bad: [
      `---
domain: d
---
Which numbers are prime?

- [x] 2
- [x] 3
- [x] 5

## Explanation

Each has two divisors.
`,
    ],
    good: [
      `---
domain: d
---
Which numbers are prime?

- [x] 2
- [x] 3
- [ ] 4

## Explanation

Two of them have two divisors.
`,
    ],
  },
  check: ({ read, keys, distractors }) =>
    keys.length < 2 || distractors.length > 0
      ? []
      : [
          {
            at: read.options[0]?.node,
            message: `all ${keys.length} options are marked as right`,
            fix: "add an option that is wrong, or write [ ] at those that are",
          },
        ],
};
