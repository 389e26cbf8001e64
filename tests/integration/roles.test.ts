import { expect, it } from "vitest";
import type { Role } from "#lib/auth/role";
import { mintViewer, type Viewer } from "#lib/auth/viewer";
import { setRole } from "#lib/auth/write/set-role";
import { listRoles } from "#lib/moderation/read/list-roles";
import { giveRole } from "#lib/moderation/write/give-role";
import { onEachDatabase } from "../support/each-database.ts";
import { makeGuest, makeMember } from "../support/people.ts";

const now = new Date("2026-11-22T12:00:00Z");
const reason = "for this test";

onEachDatabase("roles", (database) => {
  async function person(name: string, role: Role): Promise<Viewer & { readonly email: string }> {
    const { db } = database;
    const { member, learnerId } = await makeMember(db, name);
    if (member === null) throw new Error("no member");
    if (role !== "member")
      await db.write((tx) => setRole(tx, { userId: member.userId, role, actorId: null, reason, now }));
    return { ...mintViewer(learnerId, { ...member, role }), email: member.email };
  }
  let minutes = 0;
  /** Each a minute after the one before. */
  const give = (viewer: Viewer, email: string, role: Role) => {
    const at = new Date(now.getTime() + ++minutes * 60_000);
    return giveRole({ db: database.db, viewer, email, role, reason, now: at });
  };
  const roleOf = async (email: string) => (await database.db.read.user.findUniqueOrThrow({ where: { email } })).role;

  it("are given and taken by administrators alone, and each change is in the log with its reason", async () => {
    const ada = await person("Ada", "administrator");
    const grace = await person("Grace", "member");
    expect(await give(ada, grace.email, "author")).toEqual({ ok: true, value: "given" });
    expect(await roleOf(grace.email)).toBe("author");
    expect(await give(ada, grace.email, "author")).toEqual({ ok: false, error: "nothing-to-do" });
    expect(await give(ada, grace.email, "member")).toEqual({ ok: true, value: "given" });
    for (const role of ["member", "author", "moderator"] as const)
      expect(await give(await person("Eve", role), grace.email, "administrator")).toMatchObject({ ok: false });
    expect(await give(await makeGuest(database.db), grace.email, "administrator")).toMatchObject({ ok: false });
    expect(await roleOf(grace.email)).toBe("member");
    const { log = [] } = (await listRoles(database.db, ada)) ?? {};
    expect(log.filter(({ whom }) => whom === "Grace")).toMatchObject([
      { by: "Ada", before: "author", after: "member", reason },
      { by: "Ada", before: "member", after: "author", reason },
    ]);
    expect(
      log.find(({ whom }) => whom === "Ada"),
      "what the server did",
    ).toMatchObject({ by: null, after: "administrator" });
  });

  it("leave an administrator: nobody changes their own role, and of two who demote each other one stays", async () => {
    const [ada, bea] = [await person("Ada", "administrator"), await person("Bea", "administrator")];
    expect(await give(ada, ada.email, "member")).toEqual({ ok: false, error: "own-role" });
    const results = await Promise.all([give(ada, bea.email, "member"), give(bea, ada.email, "member")]);
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    expect([await roleOf(ada.email), await roleOf(bea.email)].sort()).toEqual(["administrator", "member"]);
  });

  it("are shown to administrators alone", async () => {
    for (const role of ["member", "author", "moderator"] as const)
      expect(await listRoles(database.db, await person("Eve", role))).toBeNull();
    const roles = await listRoles(database.db, await person("Ada", "administrator"));
    expect(roles?.bearers.map(({ role }) => role)).not.toContain("member");
  });
});
