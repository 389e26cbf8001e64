/** A visit ends when its reader has not looked at the thread for this long. */
const pauseMs = 30 * 60_000;
/** How exactly it is known when the reader last looked: not every look is worth a write. */
const exactMs = 5 * 60_000;

/** A learner's visits to one thread; null for none. */
export interface Visits {
  readonly seenAt: Date | null;
  /** When the visit before this one ended. */
  readonly seenBefore: Date | null;
}

/** The same after a look at `now`. What is new stays so for the whole visit, however often its page is shown. */
export function visitsAfter(visits: Visits, now: Date): Visits {
  const { seenAt, seenBefore } = visits;
  if (seenAt === null) return { seenAt: now, seenBefore: null };
  const sinceMs = now.getTime() - seenAt.getTime();
  if (sinceMs >= pauseMs) return { seenAt: now, seenBefore: seenAt };
  return sinceMs >= exactMs ? { seenAt: now, seenBefore } : visits;
}
