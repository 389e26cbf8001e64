import type { Words } from "#lib/messages/words";

/** How many of a mock exam's questions had a key that the learner had not seen: how much its score says about the real exam. */
export function newToYou(t: Words, count: number, items: number): string {
  return count === items ? t("result.allNew", { items }) : t("result.someNew", { count, items });
}
