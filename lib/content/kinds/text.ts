import { checkAnswer } from "../check/check-answer.ts";
import type { ReadQuestion } from "../read/read-question.ts";
import { writtenNumber } from "../read/written-number.ts";
import { type ContentKind, noAnswerBlock } from "./kind.ts";

export const text: ContentKind<"text"> = {
  frontKeys: ["answer"],
  hasEntries: false,
  recognise: (_, { answer }) => answer !== undefined,
  answerBlock: noAnswerBlock,
  lettered: ({ options }) => options,
  check: checkAnswer,
  publicPart: () => ({ kind: "text" }),
  key: (read) => ({ kind: "text", accepted: accepted(read) }),
  draftAnswer: (read) => ({ accepted: accepted(read) }),
  isInferred: () => false,
  answerPart: () => "",
  answerKeys: ({ accepted }) => ({ answer: accepted, tolerance: null, unit: null }),
  template: { front: "kind: text\nanswer: []\n", answer: "" },
};

/** A version such as 3.10 is a text as it is written. */
function accepted(read: ReadQuestion): readonly string[] {
  return [writtenNumber(read) ?? read.front.answer ?? []].flat().map(String);
}
