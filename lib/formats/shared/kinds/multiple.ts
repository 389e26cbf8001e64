import { choiceRefusal, draftMarks, readMarks } from "./choice.ts";
import type { DraftKind } from "./kind.ts";

export const multiple: DraftKind<"multiple"> = {
  refusal: choiceRefusal,
  answerOf: draftMarks,
  readAnswer: (question, key) => readMarks(question.options, key.optionIds),
};
