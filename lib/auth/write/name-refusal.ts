import type { Tx } from "#lib/db/database";
import { nameKey } from "../name-key.ts";
import { isReserved } from "../reserved-names.ts";

export type NameRefusal = "name-reserved" | "name-like-staff";

/**
 * Returns why an account may not have the name `name`, or null. `userId` is null for an account that is being created.
 * Someone with a role, even while suspended, may use the word for a role in their name, but not a colleague's name.
 */
export async function nameRefusal(tx: Tx, name: string, userId: string | null): Promise<NameRefusal | null> {
  const staff = await tx.user.findMany({ where: { role: { not: "member" } }, select: { id: true, name: true } });
  const hasRole = staff.some(({ id }) => id === userId);
  if (isReserved(name, hasRole)) return "name-reserved";
  const key = nameKey(name);
  const isLike = staff.some((person) => person.id !== userId && nameKey(person.name) === key);
  return isLike ? "name-like-staff" : null;
}
