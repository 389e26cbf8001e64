import type { Database, Read } from "#lib/db/database";
import type { Environment } from "#lib/env/environment";
import { hashToken } from "../one-time-token.ts";
import { may, type Viewer } from "../viewer.ts";

export type Registration = Environment["REGISTRATION"];
export type SignUpRefusal = "closed" | "by-invitation" | "not-invited";

/** Returns why a visitor who brought this token, or none, cannot make an account; null when they can. */
export async function signUpRefusal(
  db: Database,
  registration: Registration,
  token: string | undefined,
  now: Date,
): Promise<SignUpRefusal | null> {
  if (registration === "open") return null;
  if (registration === "closed") return "closed";
  if (!token) return "by-invitation";
  return (await findInvitation(db.read, hashToken(token), now)) === null ? "not-invited" : null;
}

/** The invitation whose token has this hash. Returns null when it is unknown, used or past its time. */
export async function findInvitation(read: Pick<Read, "invitation">, tokenHash: string, now: Date) {
  const invitation = await read.invitation.findUnique({ where: { tokenHash } });
  return invitation === null || invitation.expiresAt <= now ? null : invitation;
}

export interface InvitationView {
  /** Names it without being of use to anybody who wants in. */
  readonly tokenHash: string;
  readonly note: string;
  readonly expiresAt: Date;
}

/** The unused invitations, the newest first; null unless the viewer may invite. */
export async function listInvitations(
  db: Database,
  viewer: Viewer,
  now: Date,
): Promise<readonly InvitationView[] | null> {
  if (!may(viewer, "invite")) return null;
  return db.read.invitation.findMany({
    where: { expiresAt: { gt: now } },
    orderBy: { createdAt: "desc" },
    take: 200,
    select: { tokenHash: true, note: true, expiresAt: true },
  });
}
