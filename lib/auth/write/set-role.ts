import { randomUUID } from "node:crypto";
import type { Tx } from "#lib/db/database";
import type { Role } from "../role.ts";

interface RoleChange {
  readonly userId: string;
  readonly role: Role;
  /** Null for a command on the server, and for the link that a start prints. */
  readonly actorId: string | null;
  readonly reason: string;
  readonly now: Date;
}

/**
 * Gives an account a role and writes it into the log of roles, in one transaction. The role is valid at once: it ends a
 * suspension, which would withhold it.
 */
export async function setRole(tx: Tx, { userId, role, actorId, reason, now }: RoleChange): Promise<void> {
  const person = await tx.user.findUniqueOrThrow({ where: { id: userId }, select: { role: true } });
  const data = { role, updatedAt: now, ...(role === "member" ? {} : { suspendedUntil: null }) };
  await tx.user.update({ where: { id: userId }, data, select: { id: true } });
  const entry = { id: randomUUID(), userId, actorId, before: person.role, after: role, reason, createdAt: now };
  await tx.roleChange.create({ data: entry, select: { id: true } });
}
