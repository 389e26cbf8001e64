import type { DraftKind } from "./kind.ts";

export const numeric: DraftKind<"numeric"> = {
  refusal: (draft) => (Number.isFinite(draft.numeric?.value) ? null : "no number is stated as the answer"),
  answerOf: (draft) => `${draft.numeric?.value} ${draft.numeric?.tolerance}`,
  readAnswer: (_, key) => `${key.value} ${key.tolerance}`,
};
