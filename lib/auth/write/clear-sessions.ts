import type { Database } from "#lib/db/database";
import { oldestSession } from "../session-times.ts";

/** Removes sessions that are over, and expired invitations and tokens. Returns the number of sessions removed. */
export async function clearSessions(db: Database, now: Date): Promise<number> {
  return db.write(async (tx) => {
    const { count } = await tx.session.deleteMany({
      where: { OR: [{ expiresAt: { lte: now } }, { createdAt: { lte: oldestSession(now) } }] },
    });
    const isPast = { where: { expiresAt: { lte: now } } };
    await tx.verification.deleteMany(isPast);
    await tx.invitation.deleteMany(isPast);
    await tx.mailToken.deleteMany(isPast);
    return count;
  });
}
