import { isCollective } from "../read/pinned-options.ts";
import type { QuestionRule } from "./rule.ts";

export const allOfTheAbove: QuestionRule = {
  id: "all-of-the-above",
  severity: "warning",
  description: 'An option such as "All of the above" can be judged by looking at one other option.',
  examples: {
    bad: [
      `---
domain: d
---
Which is a metric?

- [ ] BLEU
- [ ] ROUGE
- [x] All of the above

## Explanation

Both are.
`,
    ],
    good: [
      `---
domain: d
---
Which are metrics?

- [x] BLEU
- [x] ROUGE
- [ ] Adam

## Explanation

Two are.
`,
    ],
  },
  check: ({ read }) => {
    const lastOther = read.options.findLastIndex((option) => !isCollective(option.text, read.language));
    return read.options.flatMap((option, index) => {
      if (!isCollective(option.text, read.language)) return [];
      const moved = index < lastOther && read.front.shuffle !== false;
      return [
        {
          at: option.node,
          message: moved
            ? `"${option.text}" refers to the other options, but is not last and will be shuffled among them`
            : `"${option.text}" can be judged by looking at one other option`,
          fix: moved ? "move it to the end, or replace it" : "replace it, or ask for several options with several [x]",
        },
      ];
    });
  },
};
