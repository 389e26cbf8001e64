import { type DraftKind, repetition } from "./kind.ts";

export const ordering: DraftKind<"ordering"> = {
  refusal: ({ steps = [] }) =>
    steps.filter((step) => step.trim() !== "").length < 2
      ? "there are fewer than two steps to put in order"
      : repetition("steps", steps),
  answerOf: (draft) => String(draft.steps.length),
  readAnswer: (_, key) => String(key.optionIds.length),
};
