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
  description: "An option says itself whether it is right, so that every learner reads the key.",
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
            ? `"${text.slice(0, 40)}" says something else than its box`
            : `"${text.slice(0, 40)}" tells every learner whether it is right`,
          fix: "remove the mark from the text: [x] is what says which is right",
        },
      ];
    });
  },
};
