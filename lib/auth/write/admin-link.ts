import type { Database } from "#lib/db/database";
import { fail, ok, type Result } from "#lib/exam/result";
import { hashToken, makeToken } from "../one-time-token.ts";
import { hasAdministrator, isAdminToken } from "../read/admin-link.ts";
import type { Viewer } from "../viewer.ts";
import { setRole } from "./set-role.ts";

const validMs = 24 * 60 * 60 * 1000;

/** Creates a one-time token that is valid for a day. Only its hash is stored. Returns null while there is an administrator. */
export async function makeAdminToken(db: Database, now: Date): Promise<string | null> {
  if (await hasAdministrator(db.read)) return null;
  const token = makeToken();
  const data = { tokenHash: hashToken(token), expiresAt: new Date(now.getTime() + validMs) };
  await db.write(async (tx) => {
    await tx.adminLink.deleteMany({ where: { expiresAt: { lte: now } } });
    await tx.adminLink.create({ data, select: { tokenHash: true } });
  });
  return token;
}

/** Makes the viewer the first administrator. That uses up the token and all others. */
export async function redeemAdminToken(request: {
  readonly db: Database;
  readonly viewer: Viewer;
  readonly token: string;
  readonly now: Date;
}): Promise<Result<"administrator", "sign-in-first" | "not-valid">> {
  const { db, viewer, token, now } = request;
  const { member } = viewer;
  if (member === null) return fail("sign-in-first");
  return db.write(async (tx) => {
    if (!(await isAdminToken(tx, token, now))) return fail("not-valid");
    // If two come at once, the second waits here and finds no token left.
    const { count } = await tx.adminLink.deleteMany({});
    if (count === 0) return fail("not-valid");
    const reason = "by the link that a start of the server printed";
    await setRole(tx, { userId: member.userId, role: "administrator", actorId: null, reason, now });
    return ok("administrator");
  });
}
