import { may, type Viewer } from "#lib/auth/viewer";
import type { Database } from "#lib/db/database";

export interface RoleBearer {
  readonly name: string;
  readonly email: string;
  readonly role: string;
  readonly suspendedUntil: Date | null;
}

export interface RoleLogEntry {
  readonly id: string;
  /** Null when the server's own commands did it. */
  readonly by: string | null;
  readonly whom: string;
  readonly before: string;
  readonly after: string;
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
  const names = new Map(people.map(({ id, name }) => [id, name]));
  const log = changes.map(({ userId, actorId, createdAt, ...change }) => ({
    ...change,
    by: actorId === null ? null : (names.get(actorId) ?? "Somebody"),
    whom: names.get(userId) ?? "Somebody",
    at: createdAt,
  }));
  return { bearers, log };
}
