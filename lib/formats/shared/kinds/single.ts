import { choiceRefusal, draftMarks, readMarks } from "./choice.ts";
import type { DraftKind } from "./kind.ts";

export const single: DraftKind<"single"> = {
  refusal: choiceRefusal,
  answerOf: draftMarks,
  readAnswer: (question, key) => readMarks(question.options, [key.optionId]),
};
