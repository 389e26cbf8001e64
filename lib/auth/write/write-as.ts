import type { Database, Tx } from "#lib/db/database";
import { lockRow } from "#lib/db/lock-row";
import { fail, type Result } from "#lib/exam/result";
import { type Power, type Role, roleInForce, roleMay } from "../role.ts";
import { type Member, may, type Viewer } from "../viewer.ts";

/** Locks a person's row until the transaction ends, and returns the role that is in force now. */
export async function lockRole(tx: Tx, userId: string, now: Date): Promise<Role> {
  await lockRow(tx, "user", userId);
  const select = { role: true, suspendedUntil: true } as const;
  return roleInForce(await tx.user.findUniqueOrThrow({ where: { id: userId }, select }), now);
}

/**
 * Does in a transaction what requires a role. The viewer's role was read when the request began: it is read again here,
 * and if it is being taken away at this moment, this waits for it. `refusal` is returned if the role does not allow it.
 */
export async function writeAs<T, E extends string>(
  who: {
    readonly db: Database;
    readonly viewer: Viewer;
    readonly power: Power;
    readonly refusal: E;
    readonly now: Date;
  },
  job: (tx: Tx, member: Member) => Promise<Result<T, E>>,
): Promise<Result<T, E>> {
  const { db, viewer, power, refusal, now } = who;
  const { member } = viewer;
  // All others are refused before the database is used.
  if (member === null || !may(viewer, power)) return fail(refusal);
  return db.write<Result<T, E>>(async (tx) => {
    const role = await lockRole(tx, member.userId, now);
    return roleMay(role, power) ? job(tx, { ...member, role }) : fail(refusal);
  });
}
