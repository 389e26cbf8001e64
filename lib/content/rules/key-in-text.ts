import type { QuestionRule } from "./rule.ts";

const file = (options: string): string => `---
domain: d
---
Which is a metric?

${options}

## Explanation

BLEU compares texts.
`;

const rightMark = /^[✓✔✅☑]|[✓✔✅☑]\uFE0F?$|[([](?:correct|right|the key|correct answer|right answer)[)\]]\.?$/iu;
const wrongMark = /^[✗✘❌]|[✗✘❌]\uFE0F?$|[([](?:incorrect|wrong|false)[)\]]\.?$/iu;

export const keyInText: QuestionRule = {
  id: "key-in-text",
  severity: "warning",
  description: "The text of an option says whether it is correct, so every learner can read the key.",
  examples: {
    bad: [
      file("- [x] BLEU (correct)\n- [ ] Adam"),
      file("- [x] ✅ BLEU\n- [ ] ❌ Adam"),
      file("- [x] BLEU\n- [ ] Adam ✗"),
      file("- [x] Adam\n- [ ] BLEU ✓"),
    ],
    good: [
      file("- [x] BLEU\n- [ ] Adam"),
      file("- [x] What the parser calls correct\n- [ ] Adam (an optimizer)"),
      file("- [x] ✓ is a metric\n- [ ] ✗ is a metric"),
    ],
  },
  check: ({ read }) => {
    if (read.kind !== "single" && read.kind !== "multiple") return [];
    return read.options.flatMap((option) => {
      const text = option.text.trim();
      const isAbout = /^[✓✔✅☑✗✘❌]\uFE0F?\s+(?:is|are|means?|stands?)\b/u.test(text);
      if (isAbout || !(rightMark.test(text) || wrongMark.test(text))) return [];
      const disagrees = rightMark.test(text) !== option.correct;
      return [
        {
          at: option.node,
          message: disagrees
            ? `"${text.slice(0, 40)}" contradicts its box`
            : `"${text.slice(0, 40)}" tells every learner whether it is correct`,
          fix: "remove the mark from the text: only [x] says which option is correct",
        },
      ];
    });
  },
};
