import { expect, it } from "vitest";
import { rename } from "#lib/account/write/change-account";
import { mintViewer, type Viewer } from "#lib/auth/viewer";
import { createAccount } from "#lib/auth/write/create-account";
import { onEachDatabase } from "../support/each-database.ts";
import { makeMember } from "../support/people.ts";

const now = new Date("2026-11-22T12:00:00Z");
let made = 0;

onEachDatabase("a display name", (database) => {
  const signUp = async (name: string) => {
    const email = `name-${++made}@example.org`;
    const account = { db: database.db, guestId: null, name, email, passwordHash: "a hash", now };
    const [result, row] = [
      await createAccount(account),
      await database.db.read.user.findUnique({ where: { email }, select: { name: true } }),
    ];
    return result.ok ? row?.name : [result.error, row];
  };
  const renameTo = (viewer: Viewer, name: string) => rename({ db: database.db, viewer, name, now });
  const nameOf = async ({ member }: Viewer) =>
    (await database.db.read.user.findUniqueOrThrow({ where: { id: member?.userId ?? "" } })).name;

  async function makeStaff(name: string, role: string, suspendedUntil: Date | null = null) {
    const viewer = await makeMember(database.db, name);
    const userId = viewer.member?.userId ?? "";
    const update = { where: { id: userId }, data: { role, suspendedUntil }, select: { id: true } };
    await database.db.write((tx) => tx.user.update(update));
    return mintViewer(viewer.learnerId, { userId, name, email: `${userId}@example.org`, role: "member" });
  }

  it("does not look like that of somebody with a role, at sign-up and at a rename, also while that one is suspended", async () => {
    await makeStaff("Grace Hopper", "administrator");
    await makeStaff("Ida Rhodes", "moderator", new Date("2030-01-01"));
    const member = await makeMember(database.db, "Learner");
    for (const name of ["Grace Hopper", "grace-hopper", "Grасе Норреr", "Grace  H0pper", "lda Rhodes", "IDA RHODES"]) {
      expect(await signUp(name)).toEqual(["name-like-staff", null]);
      expect(await renameTo(member, name)).toEqual({ ok: false, error: "name-like-staff" });
    }
    expect(await nameOf(member)).toBe("Learner");
    expect(await signUp("Grace Harper")).toBe("Grace Harper");
    expect(await signUp("Learner")).toBe("Learner");
  });

  it("is none that the site or a role uses, but somebody with a role may be called after it", async () => {
    const [member, staff] = [await makeMember(database.db, "Member"), await makeStaff("Hedy", "moderator")];
    for (const name of ["Deleted account", "Dеlеtеd ассоunt", "Administrator", "Moderator Anna"]) {
      expect(await signUp(name)).toEqual(["name-reserved", null]);
      expect(await renameTo(member, name)).toEqual({ ok: false, error: "name-reserved" });
    }
    expect(await renameTo(staff, "Deleted account")).toEqual({ ok: false, error: "name-reserved" });
    expect(await renameTo(staff, "Moderator Hedy")).toEqual({ ok: true, value: "renamed" });
    expect(await renameTo(staff, "HEDY")).toEqual({ ok: true, value: "renamed" });
  });
});
