import type { Database, Tx } from "#lib/db/database";
import { lockRow } from "#lib/db/lock-row";
import { ok, type Result } from "#lib/exam/result";
import { hashToken, makeToken } from "../one-time-token.ts";
import { findInvitation } from "../read/registration.ts";
import type { Viewer } from "../viewer.ts";
import { writeAs } from "./write-as.ts";

const validMs = 7 * 24 * 60 * 60 * 1000;

/** The page that redeems the token. */
export function invitationPath(token: string): string {
  return `/sign-up?invitation=${encodeURIComponent(token)}`;
}

interface NewInvitation {
  /** The account that invites; null for a command on the server. */
  readonly createdById: string | null;
  readonly note: string;
  readonly now: Date;
}

/** Creates an invitation for one account, valid for a week, and returns its token. Only its hash is stored. */
export function makeInvitation({ db, ...made }: NewInvitation & { readonly db: Database }): Promise<string> {
  return db.write((tx) => makeInvitationIn(tx, made));
}

/** The same as part of a transaction. */
async function makeInvitationIn(tx: Tx, { createdById, note, now }: NewInvitation): Promise<string> {
  const token = makeToken();
  const expiresAt = new Date(now.getTime() + validMs);
  const data = { tokenHash: hashToken(token), createdById, note, createdAt: now, expiresAt };
  await tx.invitation.create({ data, select: { tokenHash: true } });
  return token;
}

/** The same for a viewer who may invite. */
export async function invite(
  db: Database,
  viewer: Viewer,
  note: string,
  now: Date,
): Promise<Result<string, "not-an-administrator">> {
  const who = { db, viewer, power: "invite", refusal: "not-an-administrator", now } as const;
  return writeAs(who, async (tx, { userId: createdById }) =>
    ok(await makeInvitationIn(tx, { createdById, note, now })),
  );
}

/**
 * Uses up an invitation and returns it, or null if it is not valid. Of two calls at once, only one succeeds. If the
 * role of its creator is being taken away at this moment, this waits for it.
 */
export async function takeInvitation(tx: Tx, tokenHash: string, now: Date) {
  const creator = await tx.invitation.findUnique({ where: { tokenHash }, select: { createdById: true } });
  if (creator?.createdById) await lockRow(tx, "user", creator.createdById);
  const invitation = await findInvitation(tx, tokenHash, now);
  if (invitation === null) return null;
  const { count } = await tx.invitation.deleteMany({ where: { tokenHash } });
  return count === 1 ? invitation : null;
}

/** Withdraws an unused invitation, by the hash of its token. */
export async function withdrawInvitation(
  db: Database,
  viewer: Viewer,
  tokenHash: string,
  now: Date,
): Promise<Result<"withdrawn", "not-an-administrator">> {
  const who = { db, viewer, power: "invite", refusal: "not-an-administrator", now } as const;
  return writeAs(who, async (tx) => {
    await tx.invitation.deleteMany({ where: { tokenHash } });
    return ok("withdrawn");
  });
}
