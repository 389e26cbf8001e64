import { checkAnswer } from "../check/check-answer.ts";
import type { ContentKind } from "./kind.ts";

export const text: ContentKind<"text"> = {
  frontKeys: ["answer"],
  lettered: ({ options }) => options,
  check: checkAnswer,
  publicPart: () => ({ kind: "text" }),
  key: ({ front }) => ({ kind: "text", accepted: [front.answer ?? []].flat().map(String) }),
  draftAnswer: ({ front }) => ({ accepted: [front.answer ?? []].flat().map(String) }),
  isInferred: () => false,
  answerPart: () => "",
  answerKeys: ({ accepted }) => ({ answer: accepted, tolerance: null, unit: null }),
};
