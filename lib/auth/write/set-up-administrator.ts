import type { Database } from "#lib/db/database";
import { setRole } from "./set-role.ts";

/** The name of the step in the database. */
export const administratorStep = "administrator-by-address";

/**
 * Keeps the administrator of an installation whose previous release used `ADMIN_EMAIL`: the account that has this
 * address now gets the role. This happens once per installation, at its first start, so that nobody who signs up with
 * the address later gets it. Returns whether an account got it.
 */
export async function setUpAdministrator(db: Database, address: string | undefined, now: Date): Promise<boolean> {
  return db.write(async (tx) => {
    const isFirst = await tx.$executeRaw`
      INSERT INTO "SetUpStep" ("name", "doneAt") VALUES (${administratorStep}, ${now}) ON CONFLICT ("name") DO NOTHING`;
    if (isFirst === 0 || address === undefined) return false;
    const found = await tx.user.findUnique({ where: { email: address.toLowerCase() }, select: { id: true } });
    if (found === null) return false;
    const reason = "by ADMIN_EMAIL, at the first start of this release";
    await setRole(tx, { userId: found.id, role: "administrator", actorId: null, reason, now });
    return true;
  });
}
