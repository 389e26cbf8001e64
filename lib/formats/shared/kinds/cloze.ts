import { blanksOf } from "../blanks.ts";
import type { DraftKind } from "./kind.ts";

export const cloze: DraftKind<"cloze"> = {
  refusal(draft) {
    const blanks = blanksOf(draft.cloze ?? "");
    const short = blanks.findIndex((blank) => blank.filter((text) => text !== "").length < 2);
    if (blanks.length === 0) return "the text has no blanks";
    return short < 0 ? null : `blank ${short + 1} has fewer than two options: nothing to choose from`;
  },
  answerOf: (draft) => JSON.stringify(blanksOf(draft.cloze).map(([right, ...wrong]) => [right, wrong.length])),
  readAnswer(question, key) {
    const right = (id: string) => question.options.find((option) => option.id === key.pairs[id])?.text;
    return JSON.stringify(question.cloze.blanks.map(({ id, optionIds }) => [right(id), optionIds.length - 1]));
  },
};
