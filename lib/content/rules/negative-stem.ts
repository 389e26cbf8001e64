import type { Nodes } from "mdast";
import { plainText } from "#lib/markdown/plain-text";
import type { QuestionRule } from "./rule.ts";

const negation = /\b(?:not|except|least|never|incorrect|false|cannot|n['’]t)\b|n['’]t\b/i;
/** A negation that turns the question round, rather than one that belongs to what is described ("least squares"). */
const turned =
  /\b(?:which|what|who|where|when|why|how|select|choose|pick|name|find|identify)\b[^.?!]*\b(?:is|are|was|were|does|do|did|would|should|can|could|will|has|have)\s+(?:the\s+)?(?:not|never|least(?![\s-]+(?:squares?|privileged?|common\s+(?:multiple|denominator)|upper\s+bound|(?:recently|frequently)\s+used|significant\s+(?:bit|byte|digit)))\b)\b|\b(?:which|what|who)\b[^.?!]*\b(?:isn|aren|doesn|don|wasn|weren|wouldn|shouldn|couldn|can|won|hasn|haven)['’]t\b|\b(?:which|what|who)\b[^.?!]*\bcannot\b|\bexcept\b[^.?!]{0,30}[?:]|\bexcept(?:\s+for)?[\s.…_]*$|\b(?:which|what)\b[^.?!]*\b(?:is|are)\s+(?:incorrect|false|wrong|untrue)\b/i;

/** In every text that `turned` matches: a quick look that spares most stems the long one. */
const negative = /not|never|least|['’]t|except|incorrect|false|wrong|untrue/i;

const asked = (stem: string): string => `---
domain: d
---
${stem}

- [ ] Adam
- [x] BLEU

## Explanation

So it is.
`;

export const negativeStem: QuestionRule = {
  id: "negative-stem",
  severity: "warning",
  description: "The question asks what is not true, and a hurried reader can miss the negation.",
  examples: {
    bad: [
      `---
domain: d
---
Which of these is not a regularizer?

- [ ] Dropout
- [x] Softmax

## Explanation

Softmax only scales.
`,
      `---
domain: d
---
All of these are optimizers except which?

- [ ] Adam
- [x] BLEU

## Explanation

BLEU is a metric.
`,
      asked("All of these are optimizers except"),
    ],
    good: [
      `---
domain: d
---
Which of these is **not** a regularizer?

- [ ] Dropout
- [x] Softmax

## Explanation

Softmax only scales.
`,
      `---
domain: d
---
A model does not converge, and its loss is NaN. What should be lowered?

- [x] The learning rate
- [ ] The seed

## Explanation

Large steps overshoot.
`,
      asked("Which of these is ***not*** an optimizer?"),
      asked("What is the least squares estimate?"),
    ],
  },
  check: ({ read, stemText }) => {
    if (!negative.test(stemText) || !turned.test(stemText) || read.parts.stem.some(hasEmphasizedNegation)) return [];
    return [
      {
        at: read.parts.stem.at(-1),
        message: "the question is negative, but the negation does not stand out",
        fix: "ask what is true, or write the negation in bold: **not**",
      },
    ];
  },
};

function hasEmphasizedNegation(node: Nodes): boolean {
  if (node.type === "text") return /\b(?:NOT|EXCEPT|LEAST|NEVER|INCORRECT|FALSE|CANNOT)\b/.test(node.value);
  if (!("children" in node)) return false;
  const children = node.children as Nodes[];
  if (node.type === "strong" || node.type === "emphasis") return negation.test(plainText(children));
  return children.some(hasEmphasizedNegation);
}
