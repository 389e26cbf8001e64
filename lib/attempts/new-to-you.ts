import type { Words } from "#lib/messages/words";

/** How many of a mock exam's questions the learner had not seen the key of before: what its score is worth as a forecast. */
export function newToYou(t: Words, count: number, items: number): string {
  return count === items ? t("result.allNew", { items }) : t("result.someNew", { count, items });
}
