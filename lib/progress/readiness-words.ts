import type { Words } from "#lib/messages/words";

/** The chance of passing, from 0 to 1, as a word. */
export function verdictOf(t: Words, chance: number): string {
  if (chance >= 0.95) return t("readiness.verdict-very-likely");
  if (chance >= 0.75) return t("readiness.verdict-likely");
  if (chance >= 0.4) return t("readiness.verdict-open");
  if (chance >= 0.1) return t("readiness.verdict-not-yet");
  return t("readiness.verdict-unlikely");
}

/** The same as text. A sample never makes it certain. */
export function chanceOf(t: Words, chance: number): string {
  if (chance > 0.99) return t("readiness.over", { share: 0.99 });
  return chance < 0.01
    ? t("readiness.under", { share: 0.01 })
    : t("unit.percent", { share: Math.round(100 * chance) / 100 });
}
