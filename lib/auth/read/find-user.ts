import type { Database } from "#lib/db/database";
import { oldestSession, sessionTimes } from "../session-times.ts";

/** Whether a learner exists and no account has adopted it. */
export async function isGuest(db: Database, learnerId: string): Promise<boolean> {
  const rows = await db.read.$queryRaw<unknown[]>`
    SELECT l."id" FROM "Learner" l
    WHERE l."id" = ${learnerId} AND NOT EXISTS (SELECT 1 FROM "User" u WHERE u."learnerId" = l."id")`;
  return rows.length > 0;
}

/** Whether an account has this address, which is in lower case. */
export async function isAddressTaken(db: Database, email: string): Promise<boolean> {
  return (await db.read.user.count({ where: { email } })) > 0;
}

export interface SessionUser {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: string;
  readonly learnerId: string;
  readonly suspendedUntil: Date | null;
}

/**
 * The owner of a session token, and whether the session is due for renewal, in one statement, because every page needs
 * it. Null for a session that has ended: then the sign-in library is called, which cleans up.
 */
export async function findSessionUser(
  db: Database,
  token: string,
  now: Date,
): Promise<{ readonly user: SessionUser; readonly isDue: boolean } | null> {
  const [row] = await db.read.$queryRaw<(SessionUser & { readonly expiresAt: Date })[]>`
    SELECT u."id", u."name", u."email", u."role", u."learnerId", u."suspendedUntil", s."expiresAt"
    FROM "Session" s JOIN "User" u ON u."id" = s."userId"
    WHERE s."token" = ${token} AND s."createdAt" > ${oldestSession(now)}`;
  if (row === undefined || row.expiresAt <= now) return null;
  const { expiresAt, ...user } = row;
  const renewAt = expiresAt.getTime() - (sessionTimes.expiresIn - sessionTimes.updateAge) * 1000;
  return { user, isDue: now.getTime() >= renewAt };
}

/** The same for an account by its id. */
export function findUser(db: Database, id: string): Promise<SessionUser | null> {
  const select = { id: true, name: true, email: true, role: true, learnerId: true, suspendedUntil: true } as const;
  return db.read.user.findUnique({ where: { id }, select });
}
