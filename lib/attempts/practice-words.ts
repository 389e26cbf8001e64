import { listText } from "#lib/dates/list-text";
import type { DifficultyLevel, PickedReason, PracticeReason } from "#lib/exam/practice";
import type { Words } from "#lib/messages/words";
import { minutesAndSeconds } from "./time-used.ts";

/** What the form of custom practice says of each choice. */
export const reasonLabels: Readonly<Record<PracticeReason, string>> = {
  unseen: "New to you",
  missed: "Missed before",
  "sure-wrong": "Sure and wrong last time",
  "guessed-right": "Guessed right last time",
  slow: "Slow last time",
  due: "Due for review",
  flagged: "Flagged",
  noted: "With your note",
  "weakest-domain": "Your weakest domain",
};

export const levelLabels: Readonly<Record<DifficultyLevel, string>> = { easy: "Easy", medium: "Medium", hard: "Hard" };

/** Why a question was picked: "Picked because you missed it twice, last on March 3." `dayOf` writes a moment as a day. */
export function pickedSentence(t: Words, picked: readonly PickedReason[], dayOf: (at: Date) => string): string | null {
  if (picked.length === 0) return null;
  const reasons = picked.map((each) => clauseOf(t, each, dayOf));
  return t("picked.sentence", { reasons: listText(t, reasons) });
}

function clauseOf(
  t: Words,
  { reason, times = 1, at, elapsedMs = 0 }: PickedReason,
  dayOf: (at: Date) => string,
): string {
  const day = at === undefined ? "" : dayOf(new Date(at));
  if (reason === "missed") return t("picked.missed", { times, day });
  if (reason === "slow") return t("picked.slow", { time: minutesAndSeconds(t, elapsedMs), day });
  return t("picked.reason", { reason, day });
}
