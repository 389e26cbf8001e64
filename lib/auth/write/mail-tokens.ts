import type { Database, Read, Tx } from "#lib/db/database";
import { mailLinkMinutes } from "../mails.ts";
import { hashToken, makeToken } from "../one-time-token.ts";

export type MailPurpose = "sign-up" | "reset" | "address";

interface NewMailToken {
  readonly purpose: MailPurpose;
  readonly email: string;
  /** The account that it is about; null for a sign-up. */
  readonly userId: string | null;
  /** What must be known when it is used. */
  readonly kept?: object;
}

/** Creates a token for a link in an email. Only its hash is stored, for half an hour. */
export async function makeMailToken(db: Database, made: NewMailToken, now: Date): Promise<string> {
  const token = makeToken();
  const { kept = {}, ...rest } = made;
  const expiresAt = new Date(now.getTime() + mailLinkMinutes * 60_000);
  const data = { ...rest, kept: JSON.stringify(kept), tokenHash: hashToken(token), expiresAt };
  await db.write((tx) => tx.mailToken.create({ data, select: { tokenHash: true } }));
  return token;
}

/** What a token is about. Returns null if it is unknown, expired or for something else. */
export async function findMailToken(read: Read | Tx, token: string, purpose: MailPurpose, now: Date) {
  const found = await read.mailToken.findUnique({ where: { tokenHash: hashToken(token) } });
  return found === null || found.purpose !== purpose || found.expiresAt <= now ? null : found;
}

/** The same, and uses it up: if two come at once, the second gets null. */
export async function takeMailToken(tx: Tx, token: string, purpose: MailPurpose, now: Date) {
  const found = await findMailToken(tx, token, purpose, now);
  if (found === null) return null;
  const { count } = await tx.mailToken.deleteMany({ where: { tokenHash: found.tokenHash } });
  return count === 1 ? found : null;
}
