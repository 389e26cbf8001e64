import { type Role, toRole } from "#lib/auth/role";
import { may, type Viewer } from "#lib/auth/viewer";
import type { Database } from "#lib/db/database";
import { knownName } from "../known-name.ts";

export interface RoleBearer {
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly suspendedUntil: Date | null;
}

export interface RoleLogEntry {
  readonly id: string;
  /** Whether the server's own commands did it. */
  readonly byServer: boolean;
  /** Null for an account that was deleted, and for the server. */
  readonly by: string | null;
  readonly whom: string | null;
  readonly before: Role;
  readonly after: Role;
  readonly reason: string;
  readonly at: Date;
}

export interface Roles {
  readonly bearers: readonly RoleBearer[];
  /** The newest 200 changes. */
  readonly log: readonly RoleLogEntry[];
}

/** Who has a role, and how it came to that; null unless the viewer may give roles. */
export async function listRoles(db: Database, viewer: Viewer): Promise<Roles | null> {
  if (!may(viewer, "give-roles")) return null;
  const [bearers, changes] = await Promise.all([
    db.read.user.findMany({
      where: { role: { not: "member" } },
      orderBy: [{ role: "asc" }, { name: "asc" }],
      select: { name: true, email: true, role: true, suspendedUntil: true },
    }),
    db.read.roleChange.findMany({ orderBy: [{ createdAt: "desc" }, { id: "desc" }], take: 200 }),
  ]);
  const ids = changes.flatMap(({ userId, actorId }) => (actorId === null ? [userId] : [userId, actorId]));
  const people = await db.read.user.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } });
  const names = new Map(people.map(({ id, name }) => [id, knownName(name)]));
  const log = changes.map(({ userId, actorId, createdAt, ...change }) => ({
    ...change,
    before: toRole(change.before),
    after: toRole(change.after),
    byServer: actorId === null,
    by: names.get(actorId ?? "") ?? null,
    whom: names.get(userId) ?? null,
    at: createdAt,
  }));
  return { bearers: bearers.map((bearer) => ({ ...bearer, role: toRole(bearer.role) })), log };
}
