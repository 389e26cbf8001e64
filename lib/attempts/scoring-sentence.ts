import type { Marking } from "#lib/exam/kinds/kind";

const whole = "An answer counts only when all of it is right.";
const sentences = {
  "all-or-nothing": { 1: whole, 2: whole },
  proportional: {
    1: "A question with several right options counts in part: right ticks less wrong ticks, over the number of right ones.",
    2:
      "An answer that is right in part counts in part, never below zero. Several right options: the share of the right options that you ticked, " +
      "less the share of the wrong ones that you ticked. An order: the share of pairs in the right order, less the share in the wrong one. " +
      "A matching: the share of right pairs, less wrong pairs over all wrong pairs that there could be. So ticking everything is worth nothing.",
  },
} as const;

/** Says how an answer that is right in part counts. */
export function scoringSentence({ rule, version }: Marking): string {
  return sentences[rule][version];
}
