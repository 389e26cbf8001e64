import type { Database, Read } from "#lib/db/database";
import type { Environment } from "#lib/env/environment";
import { hashToken } from "../one-time-token.ts";
import { roleInForce, roleMay } from "../role.ts";
import { may, type Viewer } from "../viewer.ts";

export type Registration = Environment["REGISTRATION"];
export type SignUpRefusal = "closed" | "by-invitation" | "not-invited";

/** Returns why a visitor with this token, or without one, cannot create an account; null if they can. */
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

/**
 * The invitation whose token has this hash. Returns null if it is unknown, used or expired, or while its creator may
 * not invite.
 */
export async function findInvitation(read: Pick<Read, "invitation" | "user">, tokenHash: string, now: Date) {
  const invitation = await read.invitation.findUnique({ where: { tokenHash } });
  if (invitation === null || invitation.expiresAt <= now) return null;
  const { createdById } = invitation;
  return (await listInviters(read, [createdById], now)).has(createdById) ? invitation : null;
}

/** The creators of invitations who may still invite. Null, which stands for a command on the server, always may. */
async function listInviters(
  read: Pick<Read, "user">,
  creatorIds: readonly (string | null)[],
  now: Date,
): Promise<ReadonlySet<string | null>> {
  const ids = creatorIds.filter((id) => id !== null);
  if (ids.length === 0) return new Set([null]);
  const select = { id: true, role: true, suspendedUntil: true } as const;
  const people = await read.user.findMany({ where: { id: { in: ids } }, select });
  const inviters = people.filter((person) => roleMay(roleInForce(person, now), "invite"));
  return new Set([null, ...inviters.map(({ id }) => id)]);
}

export interface InvitationView {
  /** Names it in a way that is useless to anyone who wants to get in. */
  readonly tokenHash: string;
  readonly note: string;
  readonly expiresAt: Date;
  /** Whether its creator may no longer invite, so that it lets nobody in. */
  readonly isVoid: boolean;
}

/** The unused invitations, the newest first; null unless the viewer may invite. */
export async function listInvitations(
  db: Database,
  viewer: Viewer,
  now: Date,
): Promise<readonly InvitationView[] | null> {
  if (!may(viewer, "invite")) return null;
  const invitations = await db.read.invitation.findMany({
    where: { expiresAt: { gt: now } },
    orderBy: { createdAt: "desc" },
    take: 200,
    select: { tokenHash: true, note: true, expiresAt: true, createdById: true },
  });
  const creatorIds = [...new Set(invitations.map(({ createdById }) => createdById))];
  const inviters = await listInviters(db.read, creatorIds, now);
  return invitations.map(({ createdById, ...view }) => ({ ...view, isVoid: !inviters.has(createdById) }));
}
