import type { Role } from "#lib/auth/role";
import { oldestSession } from "#lib/auth/session-times";
import type { Viewer } from "#lib/auth/viewer";
import type { Database } from "#lib/db/database";
import { type Device, readDevice } from "../device-name.ts";

export interface SessionView {
  readonly id: string;
  readonly device: Device;
  readonly since: Date;
  readonly lastSeen: Date;
  readonly isCurrent: boolean;
}

export interface PasskeyView {
  readonly id: string;
  readonly name: string | null;
  readonly createdAt: Date;
}

export interface AccountView {
  readonly name: string;
  readonly email: string;
  readonly emailVerified: boolean;
  readonly role: Role;
  /** False for an account that signs in only with a provider. */
  readonly hasPassword: boolean;
  /** Whether a sign-in requires the code of an app. */
  readonly twoFactorEnabled: boolean;
  readonly passkeys: readonly PasskeyView[];
  readonly createdAt: Date;
  readonly wantsDigest: boolean;
  readonly sessions: readonly SessionView[];
}

/** The viewer's account with the places where it is signed in, newest first; null without one. */
export async function getAccount(
  db: Database,
  viewer: Viewer,
  currentSessionId: string | null,
  now: Date,
): Promise<AccountView | null> {
  if (viewer.member === null) return null;
  const { userId, role } = viewer.member;
  const user = await db.read.user.findUnique({
    where: { id: userId },
    select: {
      name: true,
      email: true,
      emailVerified: true,
      twoFactorEnabled: true,
      createdAt: true,
      wantsDigest: true,
      passkeys: { select: { id: true, name: true, createdAt: true }, orderBy: { createdAt: "asc" } },
      accounts: { where: { providerId: "credential" }, select: { id: true } },
      sessions: {
        where: { expiresAt: { gt: now }, createdAt: { gt: oldestSession(now) } },
        orderBy: { updatedAt: "desc" },
        take: 100,
        select: { id: true, userAgent: true, createdAt: true, updatedAt: true },
      },
    },
  });
  if (user === null) return null;
  const sessions = user.sessions.map(({ id, userAgent, createdAt, updatedAt }) => ({
    id,
    device: readDevice(userAgent),
    since: createdAt,
    lastSeen: updatedAt,
    isCurrent: id === currentSessionId,
  }));
  const { accounts, ...rest } = user;
  return { ...rest, role, hasPassword: accounts.length > 0, sessions };
}
