import type { QuestionOf } from "./kind.ts";
import { idsOf } from "./option-ids.ts";

/** Pinned options stay last; `shuffle: false` keeps the written order. */
export function choiceOrder(
  question: QuestionOf<"single" | "multiple">,
  shuffle: (ids: readonly string[]) => string[],
): readonly string[] {
  const ids = idsOf(question.options);
  if (!question.shuffle) return ids;
  const free = ids.filter((id) => !question.pinned.includes(id));
  return [...shuffle(free), ...question.pinned];
}
