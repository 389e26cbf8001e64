import { checkAnswer } from "../check/check-answer.ts";
import type { ContentKind } from "./kind.ts";

export const numeric: ContentKind<"numeric"> = {
  frontKeys: ["answer", "tolerance", "unit"],
  lettered: ({ options }) => options,
  check: checkAnswer,
  publicPart: ({ front }) => ({ kind: "numeric", unit: front.unit ?? null }),
  key: ({ front }) => ({ kind: "numeric", value: Number(front.answer), tolerance: front.tolerance ?? 0 }),
  draftAnswer: ({ front }) =>
    typeof front.answer === "number"
      ? { numeric: { value: front.answer, tolerance: front.tolerance ?? 0, unit: front.unit ?? null } }
      : {},
  isInferred: () => false,
  answerPart: () => "",
  answerKeys: ({ numeric: key }) => ({
    answer: key?.value ?? null,
    tolerance: key?.tolerance || null,
    unit: key?.unit ?? null,
  }),
};
