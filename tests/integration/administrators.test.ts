import { expect, it } from "vitest";
import { setUpAdministrator } from "#lib/auth/set-up-administrator";
import type { Viewer } from "#lib/auth/viewer";
import { onEachDatabase } from "../support/each-database.ts";
import { makeMember } from "../support/people.ts";

onEachDatabase("the first administrator", (database) => {
  const now = new Date("2026-11-22T12:00:00Z");
  const roleOf = async (viewer: Viewer) =>
    (await database.db.read.user.findUnique({ where: { id: viewer.member?.userId ?? "" } }))?.role;

  it("keeps the role of the account that ADMIN_EMAIL names at an upgrade, and gives it to nobody later", async () => {
    const { db } = database;
    const before = await makeMember(db, "Ada");
    const address = before.member?.email.toUpperCase();
    expect(await setUpAdministrator(db, address, now)).toBe(true);
    expect(await roleOf(before)).toBe("administrator");
    const stranger = await makeMember(db, "Eve");
    expect(await setUpAdministrator(db, stranger.member?.email, now)).toBe(false);
    expect(await roleOf(stranger)).toBe("member");
  });
});
