import { listText } from "#lib/dates/list-text";
import type { PickedReason } from "#lib/exam/practice";
import type { Words } from "#lib/messages/words";
import { minutesAndSeconds } from "./time-used.ts";

/** Why a question was picked: "Picked because you missed it twice, last on March 3." `dayOf` formats a moment as a day. */
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
