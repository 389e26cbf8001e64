import type { QuestionRule } from "./rule.ts";

/** The key stands out when it is half as long again as the longest distractor, and by more than a few words. */
const ratio = 1.5;
const difference = 20;

export const keyLongest: QuestionRule = {
  id: "key-longest",
  severity: "warning",
  description: "The key is clearly the longest option, which test-wise learners guess.",
  examples: {
    bad: [
      `---
domain: d
---
Why are weights initialized at random?

- [x] Because equal weights would get equal gradients, so that all neurons of a layer would stay the same for ever
- [ ] Because it is faster
- [ ] Because it saves memory

## Explanation

Chance breaks the symmetry.
`,
    ],
    good: [
      `---
domain: d
---
Why are weights initialized at random?

- [x] Because equal weights stay equal
- [ ] Because it is faster
- [ ] Because random numbers are cheap to make

## Explanation

Chance breaks the symmetry.
`,
    ],
  },
  check: ({ read, keys, distractors }) => {
    if (read.kind !== "single") return [];
    const key = keys[0];
    const longest = Math.max(0, ...distractors.map((option) => option.text.length));
    if (!key || key.text.length <= longest * ratio || key.text.length <= longest + difference) return [];
    return [
      {
        at: key.node,
        message: `the key has ${key.text.length} characters, the longest other option ${longest}`,
        fix: "shorten it, move what explains it to the explanation, or make the others as detailed",
      },
    ];
  },
};
