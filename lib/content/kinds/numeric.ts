import { checkAnswer } from "../check/check-answer.ts";
import { writtenNumber } from "../read/written-number.ts";
import { type ContentKind, noAnswerBlock } from "./kind.ts";

export const numeric: ContentKind<"numeric"> = {
  frontKeys: ["answer", "tolerance", "unit"],
  hasEntries: false,
  recognise: (_, { answer }) => typeof answer === "number",
  answerBlock: noAnswerBlock,
  lettered: ({ options }) => options,
  check: checkAnswer,
  publicPart: ({ front }) => ({ kind: "numeric", unit: front.unit ?? null }),
  key: (read) => {
    const written = writtenNumber(read);
    const key = { kind: "numeric", value: Number(read.front.answer), tolerance: read.front.tolerance ?? 0 } as const;
    return written === null ? key : { ...key, written };
  },
  draftAnswer: (read) => {
    const { answer, tolerance = 0, unit = null } = read.front;
    if (typeof answer !== "number") return {};
    const written = writtenNumber(read);
    return { numeric: { value: answer, ...(written === null ? {} : { written }), tolerance, unit } };
  },
  isInferred: () => false,
  answerPart: () => "",
  answerKeys: ({ numeric: key }) => ({
    answer: key?.value ?? null,
    tolerance: key?.tolerance || null,
    unit: key?.unit ?? null,
  }),
  template: { front: "kind: numeric\nanswer:\ntolerance: 0\n", answer: "" },
};
