import { secretFindings } from "../letters/question-letters.ts";
import { explained } from "./explained.ts";
import type { QuestionRule } from "./rule.ts";

export const letterInProse: QuestionRule = {
  id: "letter-in-prose",
  severity: "warning",
  description:
    "The text names options by letter or position. Most of these become references, but only braces are certain.",
  examples: {
    bad: [
      "Option A is a metric.",
      "Options B, and C are not.",
      "B and C are incorrect.",
      "Both B and C are other things.",
      "The answer is A.",
      "See B. and C.",
      "As options (b) and (c) show.",
      "The first option is a metric.",
      "The last two options are none.",
      "Option 2 is an optimizer.",
      "Options 2 and 3 are none.",
    ].map(explained),
    good: [
      "{A} is a metric, {B} and {C} are not.",
      "Vitamin A and Plan B are no metrics.",
      'The text says "Option A of the contract" and `Option B`.',
      "Neither $A$ nor $B$.",
      "{A} is a metric, and the other options are none.",
      "The first metric was BLEU, and the answer 42 is none of them.",
    ].map(explained),
  },
  check: ({ letters, read }) =>
    read.front.shuffle === false
      ? []
      : secretFindings(letters)
          .filter(({ match, known }) => match.by === "prose" && known)
          .map(({ place, written, wanted }) => ({
            at: place,
            message: `"${written}" names options by letter or position, but every learner sees different letters`,
            fix: `write ${wanted}`,
            meant: { as: "text" as const, text: wanted, instead: written },
          })),
};
