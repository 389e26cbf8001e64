import { explained } from "./explained.ts";
import type { QuestionRule } from "./rule.ts";

export const letterInProse: QuestionRule = {
  id: "letter-in-prose",
  severity: "warning",
  description:
    "Options are named by letter in prose. It is understood and turned into references, but braces say it for certain.",
  examples: {
    bad: [
      "Option A is a metric.",
      "Options B, and C are not.",
      "B and C are incorrect.",
      "Both B and C are other things.",
      "The answer is A.",
      "See B. and C.",
      "As options (b) and (c) show.",
    ].map(explained),
    good: [
      "{A} is a metric, {B} and {C} are not.",
      "Vitamin A and Plan B are no metrics.",
      'The text says "Option A of the contract" and `Option B`.',
      "Neither $A$ nor $B$.",
    ].map(explained),
  },
  check: ({ letters }) => [
    ...letters.inSecret
      .filter(({ match, known }) => match.by === "prose" && known)
      .map(({ place, written, wanted }) => ({
        at: place,
        message: `"${written}" names options by letter, but every learner sees other letters`,
        fix: `write ${wanted}`,
      })),
    ...letters.inStem
      .filter(({ match, known }) => match.by === "prose" && known)
      .map(({ place, written }) => ({
        at: place,
        message: `"${written}" in the question seems to name options, and letters change when options are shuffled`,
        fix: "say in words what is meant; put it in quotation marks if it names something else",
      })),
  ],
};
