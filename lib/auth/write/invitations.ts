import type { Database, Tx } from "#lib/db/database";
import { fail, ok, type Result } from "#lib/exam/result";
import { hashToken, makeToken } from "../one-time-token.ts";
import { findInvitation } from "../read/registration.ts";
import { may, type Viewer } from "../viewer.ts";

const validMs = 7 * 24 * 60 * 60 * 1000;

/** The page that takes the token. */
export function invitationPath(token: string): string {
  return `/sign-up?invitation=${encodeURIComponent(token)}`;
}

/** Makes an invitation for one account, valid for a week, and returns its token. Only its hash is kept. */
export async function makeInvitation(request: {
  readonly db: Database;
  /** The account that invites; null for a command on the server. */
  readonly createdById: string | null;
  readonly note: string;
  readonly now: Date;
}): Promise<string> {
  const { db, createdById, note, now } = request;
  const token = makeToken();
  const expiresAt = new Date(now.getTime() + validMs);
  const data = { tokenHash: hashToken(token), createdById, note, createdAt: now, expiresAt };
  await db.write((tx) => tx.invitation.create({ data, select: { tokenHash: true } }));
  return token;
}

/** The same for a viewer who may invite. */
export async function invite(
  db: Database,
  viewer: Viewer,
  note: string,
  now: Date,
): Promise<Result<string, "not-an-administrator">> {
  if (viewer.member === null || !may(viewer, "invite")) return fail("not-an-administrator");
  return ok(await makeInvitation({ db, createdById: viewer.member.userId, note, now }));
}

/** Uses up an invitation and returns what it was. Returns null when it is not valid: of two at once the second finds it gone. */
export async function takeInvitation(tx: Tx, token: string, now: Date) {
  const invitation = await findInvitation(tx, token, now);
  if (invitation === null) return null;
  const { count } = await tx.invitation.deleteMany({ where: { tokenHash: invitation.tokenHash } });
  return count === 1 ? invitation : null;
}

/** Ends an invitation that nobody has used, by the hash of its token. */
export async function withdrawInvitation(
  db: Database,
  viewer: Viewer,
  tokenHash: string,
): Promise<Result<"withdrawn", "not-an-administrator">> {
  if (!may(viewer, "invite")) return fail("not-an-administrator");
  await db.write((tx) => tx.invitation.deleteMany({ where: { tokenHash } }));
  return ok("withdrawn");
}
