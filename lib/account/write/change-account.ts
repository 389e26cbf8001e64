import { randomBytes } from "node:crypto";
import { hashPassword, verifyPassword } from "#lib/auth/hash-password";
import { toHandle } from "#lib/auth/to-handle";
import type { Member, Viewer } from "#lib/auth/viewer";
import { type NameRefusal, nameRefusal } from "#lib/auth/write/name-refusal";
import { setPassword } from "#lib/auth/write/set-password";
import type { Database } from "#lib/db/database";
import { fail, ok, type Result } from "#lib/exam/result";
import { mayTry } from "#lib/limits/count-try";

interface Request {
  readonly db: Database;
  readonly viewer: Viewer;
  readonly now: Date;
}

/** Gives the account another display name, and with it another handle. */
export async function rename(
  request: Request & { readonly name: string },
): Promise<Result<"renamed", "sign-in-first" | NameRefusal>> {
  const { db, viewer, name, now } = request;
  if (viewer.member === null) return fail("sign-in-first");
  const { userId } = viewer.member;
  const data = { name, handle: toHandle(name), updatedAt: now };
  return db.write(async (tx) => {
    const refusal = await nameRefusal(tx, name, userId);
    if (refusal !== null) return fail(refusal);
    await tx.user.update({ where: { id: userId }, data, select: { id: true } });
    return ok("renamed");
  });
}

export type PasswordRefusal = "sign-in-first" | "wrong-password" | "too-many-tries" | "sign-in-again";

/** If an account has no password, because it signs in with a provider, a sign-in counts as proof for this long. */
const freshMs = 10 * 60 * 1000;

/**
 * Whether `password` is the viewer's; for an account without one, whether the session has just begun. Tries are
 * limited: nobody should be able to guess it on an unlocked device.
 */
export async function confirmPassword(
  request: Request & { readonly password: string; readonly sessionId: string | null },
): Promise<Result<Member, PasswordRefusal>> {
  const { db, viewer, password, sessionId, now } = request;
  const { member } = viewer;
  if (member === null) return fail("sign-in-first");
  if (!(await mayTry(db, "password-by-account", member.userId, now))) return fail("too-many-tries");
  const account = await db.read.account.findFirst({
    where: { userId: member.userId, providerId: "credential" },
    select: { password: true },
  });
  if (account === null) {
    const where = { id: sessionId ?? "", userId: member.userId };
    const session = await db.read.session.findUnique({ where, select: { createdAt: true } });
    const isFresh = session !== null && session.createdAt.getTime() > now.getTime() - freshMs;
    return isFresh ? ok(member) : fail("sign-in-again");
  }
  const isRight = account.password !== null && (await verifyPassword({ hash: account.password, password }));
  return isRight ? ok(member) : fail("wrong-password");
}

/**
 * Sets another password, gives the current session a new token, and ends all others: someone who copied a cookie is
 * signed out. Returns the new token; null if no session was named.
 */
export async function changePassword(
  request: Request & { readonly password: string; readonly next: string; readonly sessionId: string | null },
): Promise<Result<string | null, PasswordRefusal>> {
  const { db, next, sessionId: keptSessionId, now } = request;
  const confirmed = await confirmPassword(request);
  if (!confirmed.ok) return confirmed;
  const { userId } = confirmed.value;
  const passwordHash = await hashPassword(next);
  const token = randomBytes(32).toString("base64url");
  const kept = await db.write(async (tx) => {
    await setPassword(tx, userId, passwordHash, now);
    await tx.session.deleteMany({
      where: { userId, ...(keptSessionId === null ? {} : { id: { not: keptSessionId } }) },
    });
    return tx.session.updateMany({ where: { id: keptSessionId ?? "", userId }, data: { token, updatedAt: now } });
  });
  return ok(kept.count === 0 ? null : token);
}

/** Ends one of the viewer's sessions, or all of them. Returns how many. */
export async function endSessions(
  request: Request & {
    readonly password: string;
    readonly sessionId: string | null;
    /** The session to end. */
    readonly endedId: string | "all";
  },
): Promise<Result<number, PasswordRefusal>> {
  const confirmed = await confirmPassword(request);
  if (!confirmed.ok) return confirmed;
  const { db, endedId } = request;
  const where = { userId: confirmed.value.userId, ...(endedId === "all" ? {} : { id: endedId }) };
  const { count } = await db.write((tx) => tx.session.deleteMany({ where }));
  return ok(count);
}
