import type { Database } from "#lib/db/database";

/** How long past its deadline an attempt is before something must be wrong: the server submits every 15 s. */
const stuckMs = 5 * 60 * 1000;

/** How many attempts should have been submitted by now and were not. */
export function countStuck(db: Database, now: Date): Promise<number> {
  const deadlineAt = { lte: new Date(now.getTime() - stuckMs) };
  return db.read.attempt.count({ where: { finishedAt: null, deadlineAt } });
}
