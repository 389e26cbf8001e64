import type { Read } from "#lib/db/database";
import { hashToken } from "../one-time-token.ts";

/** The page that takes the token, as `?token=`. */
export const adminLinkPath = "/first-administrator";

/** Whether the token makes somebody the first administrator at `now`: unused, not over, and nobody is the administrator yet. */
export async function isAdminToken(read: Read, token: string, now: Date): Promise<boolean> {
  const link = await read.adminLink.findUnique({ where: { tokenHash: hashToken(token) }, select: { expiresAt: true } });
  return link !== null && link.expiresAt > now && !(await hasAdministrator(read));
}

export async function hasAdministrator(read: Read): Promise<boolean> {
  return (await read.user.count({ where: { role: "administrator" } })) > 0;
}
