import type { Role } from "#lib/auth/role";
import type { Viewer } from "#lib/auth/viewer";
import { setRole } from "#lib/auth/write/set-role";
import { writeAs } from "#lib/auth/write/write-as";
import type { Database } from "#lib/db/database";
import { fail, ok, type Result } from "#lib/exam/result";

export type RoleRefusal = "not-an-administrator" | "no-such-account" | "own-role" | "nothing-to-do";

/**
 * Gives an account a role, or takes it back with `member`. Nobody changes their own, so that one administrator is always left;
 * of two who demote each other at once the second is refused.
 */
export async function giveRole(request: {
  readonly db: Database;
  readonly viewer: Viewer;
  /** In lower case. */
  readonly email: string;
  readonly role: Role;
  readonly reason: string;
  readonly now: Date;
}): Promise<Result<"given", RoleRefusal>> {
  const { db, viewer, email, role, reason, now } = request;
  const who = { db, viewer, power: "give-roles", refusal: "not-an-administrator", now } as const;
  return writeAs(who, async (tx, { userId: actorId }) => {
    const person = await tx.user.findUnique({ where: { email }, select: { id: true, role: true } });
    if (person === null) return fail("no-such-account");
    if (person.id === actorId) return fail("own-role");
    if (person.role === role) return fail("nothing-to-do");
    await setRole(tx, { userId: person.id, role, actorId, reason, now });
    return ok("given");
  });
}
