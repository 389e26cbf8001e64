import { asking, matchTexts } from "#lib/content/matches";
import { type DraftKind, repetition } from "./kind.ts";

export const matching: DraftKind<"matching"> = {
  refusal({ pairs = [] }) {
    const asked = asking(pairs);
    if (asked.length < 2) return "there are fewer than two pairs to match";
    if (pairs.some(([, match]) => match.trim() === "")) return "a pair has an empty side";
    if (matchTexts(pairs).length < 2) return "there is only one match: nothing to choose from";
    return repetition(
      "pairs",
      asked.map(([left]) => left),
      "; here each is asked once",
    );
  },
  answerOf: ({ pairs }) => `${asking(pairs).length} ${matchTexts(pairs).length}`,
  readAnswer: (question, key) => `${Object.keys(key.pairs).length} ${question.options.length}`,
};
