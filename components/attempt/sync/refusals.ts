import type { Pending } from "./outbox.ts";
import { nameOf, placeOf } from "./registers.ts";
import type { LostEntry, LostReason } from "./transport.ts";

/** Counts of questions by the server's reason and the field that was set. */
export type Refusals = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** A change that was sent and does not count, with the reason. */
export interface Lost {
  readonly entry: Pending;
  readonly reason: LostReason;
}

/** Which changes of a batch were refused. */
export function lostOf(batch: readonly Pending[], refused: readonly LostEntry[]): readonly Lost[] {
  const reasons = new Map(refused.map((each) => [nameOf(each), each.reason]));
  return batch.flatMap((entry) => {
    const reason = reasons.get(nameOf(entry));
    return reason === undefined ? [] : [{ entry, reason }];
  });
}

/** The counts including those of a batch. A question answered in several steps counts as one answer. */
export function countRefusals(before: Refusals, lost: readonly Lost[]): Refusals {
  const counts = { ...before };
  const shown = lost.filter(({ entry, reason }) => reason !== "version-taken" && entry.field !== "time");
  const places = new Map(shown.map((each) => [`${each.reason} ${placeOf(each.entry)}`, each]));
  for (const { entry, reason } of places.values())
    counts[reason] = { ...counts[reason], [entry.field]: (counts[reason]?.[entry.field] ?? 0) + 1 };
  return counts;
}
