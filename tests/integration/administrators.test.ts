import { expect, it } from "vitest";
import type { Viewer } from "#lib/auth/viewer";
import { makeAdminToken, redeemAdminToken } from "#lib/auth/write/admin-link";
import { setUpAdministrator } from "#lib/auth/write/set-up-administrator";
import { onEachDatabase } from "../support/each-database.ts";
import { makeGuest, makeMember } from "../support/people.ts";

onEachDatabase("the first administrator", (database) => {
  const now = new Date("2026-11-22T12:00:00Z");
  const hours = (n: number) => new Date(now.getTime() + n * 60 * 60_000);
  const roleOf = async (viewer: Viewer) =>
    (await database.db.read.user.findUnique({ where: { id: viewer.member?.userId ?? "" } }))?.role;
  const take = (viewer: Viewer, token: string, at = now) =>
    redeemAdminToken({ db: database.db, viewer, token, now: at });
  const refused = { ok: false, error: "not-valid" };

  it("keeps the role of the account that ADMIN_EMAIL names at an upgrade, and gives it to nobody later", async () => {
    const { db } = database;
    const before = await makeMember(db, "Ada");
    const address = before.member?.email.toUpperCase();
    expect(await setUpAdministrator(db, address, now)).toBe(true);
    expect(await roleOf(before)).toBe("administrator");
    const stranger = await makeMember(db, "Eve");
    expect(await setUpAdministrator(db, stranger.member?.email, now)).toBe(false);
    expect(await roleOf(stranger)).toBe("member");
    await db.write((tx) => tx.user.updateMany({ data: { role: "member" } }));
  });

  it("is made by a link that works once, for a day, and is kept as a hash only", async () => {
    const { db } = database;
    const [ada, eve] = [await makeMember(db, "Ada"), await makeMember(db, "Eve")];
    const token = (await makeAdminToken(db, now)) ?? "";
    expect(JSON.stringify(await db.read.adminLink.findMany({}))).not.toContain(token);
    expect(await take(await makeGuest(db), token)).toEqual({ ok: false, error: "sign-in-first" });
    expect(await take(eve, "a guess")).toEqual(refused);
    expect(await take(eve, token, hours(24))).toEqual(refused);
    expect(await take(ada, token, hours(23))).toEqual({ ok: true, value: "administrator" });
    expect(await take(eve, token)).toEqual(refused);
    expect([await roleOf(ada), await roleOf(eve)]).toEqual(["administrator", "member"]);
    expect(await makeAdminToken(db, now), "while there is an administrator").toBeNull();
    await db.write((tx) => tx.user.updateMany({ data: { role: "member" } }));
  });

  it("is one, also when many open links at once", async () => {
    const { db } = database;
    const people = await Promise.all(Array.from({ length: 6 }, (_, i) => makeMember(db, `Person ${i}`)));
    const tokens = await Promise.all(people.map(() => makeAdminToken(db, now)));
    const results = await Promise.all(people.map((viewer, i) => take(viewer, tokens[i] ?? "")));
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    expect(await db.read.user.count({ where: { role: "administrator" } })).toBe(1);
  });
});
