import type { Database, Read, Tx } from "#lib/db/database";
import { fail, ok, type Result } from "#lib/exam/result";
import { findMailToken, takeMailToken } from "./mail-tokens.ts";
import { setPassword } from "./set-password.ts";

/**
 * The account whose password a mailed link may set; null if the link is no longer valid, or the account's address has
 * changed.
 */
export async function ownerOfReset(read: Read | Tx, token: string, now: Date) {
  const found = await findMailToken(read, token, "reset", now);
  if (found === null) return null;
  const where = { id: found.userId ?? "", email: found.email };
  return read.user.findUnique({ where, select: { id: true, email: true, name: true } });
}

/**
 * Sets a new password by a mailed link, which is used up. This ends every session of the account and every other link
 * that was mailed for it. Whoever opened the link reads the mails of the address, so the address is confirmed.
 */
export async function resetPasswordByMail(request: {
  readonly db: Database;
  readonly token: string;
  readonly passwordHash: string;
  readonly now: Date;
}): Promise<Result<"changed", "link-over">> {
  const { db, token, passwordHash, now } = request;
  return db.write(async (tx) => {
    const owner = await ownerOfReset(tx, token, now);
    if (owner === null || (await takeMailToken(tx, token, "reset", now)) === null) return fail("link-over");
    const userId = owner.id;
    await setPassword(tx, userId, passwordHash, now);
    await tx.user.update({
      where: { id: userId },
      data: { emailVerified: true, updatedAt: now },
      select: { id: true },
    });
    await tx.session.deleteMany({ where: { userId } });
    await tx.mailToken.deleteMany({ where: { userId } });
    return ok("changed");
  });
}
