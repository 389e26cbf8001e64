import { z } from "zod";
import type { Database, Tx } from "#lib/db/database";
import { fail, type Result } from "#lib/exam/result";
import { mayTry } from "#lib/limits/count-try";
import { verifyPassword } from "../hash-password.ts";
import { createAccountIn, type SignUpFailure } from "./create-account.ts";
import { findMailToken, takeMailToken } from "./mail-tokens.ts";
import { setRole } from "./set-role.ts";

/** The data of a sign-up that waits until its address is confirmed. */
const keptShape = z.object({
  name: z.string(),
  passwordHash: z.string(),
  /** The hash of its token. */
  invitation: z.string().optional(),
  returnTo: z.string(),
});
export type PendingSignUp = z.infer<typeof keptShape>;

export type ConfirmRefusal = "link-over" | "wrong-password" | "too-many-tries" | SignUpFailure;

/**
 * Creates the account of a sign-up whose link was opened. The password is requested again: a person who reads the mail
 * of an address must not be led to finish an account that somebody else began, and knows the password of.
 */
export async function confirmSignUp(request: {
  readonly db: Database;
  readonly token: string;
  readonly password: string;
  readonly guestId: string | null;
  /** ADMIN_EMAIL. */
  readonly adminEmail: string | undefined;
  readonly now: Date;
}): Promise<Result<{ readonly email: string; readonly returnTo: string }, ConfirmRefusal>> {
  const { db, token, password, guestId, adminEmail, now } = request;
  const pending = await findMailToken(db.read, token, "sign-up", now);
  if (pending === null) return fail("link-over");
  if (!(await mayTry(db, "password-by-account", pending.tokenHash, now))) return fail("too-many-tries");
  const { returnTo, invitation, name, passwordHash } = keptShape.parse(JSON.parse(pending.kept));
  if (!(await verifyPassword({ hash: passwordHash, password }))) return fail("wrong-password");
  const { email } = pending;
  return db.write(async (tx) => {
    if ((await takeMailToken(tx, token, "sign-up", now)) === null) return fail("link-over");
    const account = { guestId, name, email, passwordHash, isVerified: true, ...(invitation ? { invitation } : {}) };
    const made = await createAccountIn(tx, { ...account, now });
    if (!made.ok) return made;
    await promoteVerified(tx, email, adminEmail, now);
    return { ok: true, value: { email, returnTo } };
  });
}

/** Makes the account with the address in ADMIN_EMAIL the administrator, once it has confirmed it, while there is none. */
export async function promoteVerified(tx: Tx, email: string, adminEmail: string | undefined, now: Date): Promise<void> {
  if (email !== adminEmail?.toLowerCase()) return;
  if ((await tx.user.count({ where: { role: "administrator" } })) > 0) return;
  const user = await tx.user.findUnique({ where: { email }, select: { id: true, emailVerified: true } });
  if (!user?.emailVerified) return;
  const reason = "by ADMIN_EMAIL, when the address was confirmed";
  await setRole(tx, { userId: user.id, role: "administrator", actorId: null, reason, now });
}
