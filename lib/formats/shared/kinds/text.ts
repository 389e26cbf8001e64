import type { DraftKind } from "./kind.ts";

export const text: DraftKind<"text"> = {
  refusal: ({ accepted = [] }) => (accepted.length === 0 ? "no accepted answer is stated" : null),
  answerOf: (draft) => JSON.stringify(draft.accepted),
  readAnswer: (_, key) => JSON.stringify(key.accepted),
};
