import type { Database } from "#lib/db/database";
import { oldestSession } from "../session-times.ts";

/** Removes the sessions that are over, and what was kept to verify something and is past its time. Returns how many sessions went. */
export async function clearSessions(db: Database, now: Date): Promise<number> {
  return db.write(async (tx) => {
    const { count } = await tx.session.deleteMany({
      where: { OR: [{ expiresAt: { lte: now } }, { createdAt: { lte: oldestSession(now) } }] },
    });
    await tx.verification.deleteMany({ where: { expiresAt: { lte: now } } });
    return count;
  });
}
