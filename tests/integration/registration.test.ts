import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { hashToken } from "#lib/auth/one-time-token";
import { listInvitations, signUpRefusal } from "#lib/auth/read/registration";
import { createAccount } from "#lib/auth/write/create-account";
import { invite, makeInvitation, withdrawInvitation } from "#lib/auth/write/invitations";
import { onEachDatabase } from "../support/each-database.ts";
import { makeMember } from "../support/people.ts";

const now = new Date("2026-11-22T12:00:00Z");
const week = 7 * 24 * 60 * 60 * 1000;

onEachDatabase("registration", (database) => {
  const ask = (registration: "open" | "invitation" | "closed", token?: string, at = now) =>
    signUpRefusal(database.db, registration, token, at);
  const token = () => makeInvitation({ db: database.db, createdById: null, note: "For Ada", now });
  const signUp = (invitation: string, email = `${randomUUID()}@example.org`, at = now) =>
    createAccount({
      db: database.db,
      guestId: null,
      name: "Ada",
      email,
      passwordHash: "a hash",
      invitation: hashToken(invitation),
      now: at,
    });

  it("lets in everybody, those with a link, or nobody, as the setting says", async () => {
    const invitation = await token();
    expect(await ask("open")).toBeNull();
    expect(await ask("invitation")).toBe("by-invitation");
    expect(await ask("invitation", "made up")).toBe("not-invited");
    expect(await ask("invitation", invitation)).toBeNull();
    expect(await ask("closed", invitation)).toBe("closed");
    expect(await ask("invitation", invitation, new Date(now.getTime() + week))).toBe("not-invited");
  });

  it("makes one account of one invitation, also when two people use it at once", async () => {
    const invitation = await token();
    const made = await Promise.all([signUp(invitation), signUp(invitation), signUp(invitation)]);
    expect(made.filter(({ ok }) => ok)).toHaveLength(1);
    expect(made).toContainEqual({ ok: false, error: "not-invited" });
    expect(await ask("invitation", invitation)).toBe("not-invited");
    expect(await signUp(await token(), undefined, new Date(now.getTime() + week))).toMatchObject({ ok: false });
  });

  it("tells somebody who presses twice that the account is there, and not that the invitation is used", async () => {
    const [invitation, email] = [await token(), `${randomUUID()}@example.org`];
    const made = await Promise.all([signUp(invitation, email), signUp(invitation, email)]);
    expect(made.map((each) => (each.ok ? "made" : each.error)).sort()).toEqual(["address-taken", "made"]);
  });

  it("leaves an invitation that was refused for another reason", async () => {
    const invitation = await token();
    const { member } = await makeMember(database.db, "Grace");
    expect(await signUp(invitation, member?.email)).toEqual({ ok: false, error: "address-taken" });
    expect(await ask("invitation", invitation)).toBeNull();
  });

  it.each(["role", "suspension", "account"] as const)(
    "lets nobody in by the invitation of somebody who has lost their %s, and says so in the list",
    async (lost) => {
      const admin = await makeMember(database.db, "Linus", "administrator");
      const other = await makeMember(database.db, "Barbara", "administrator");
      const made = await invite(database.db, admin, `For Eve, ${lost}`, now);
      const invitation = made.ok ? made.value : "";
      expect(await ask("invitation", invitation)).toBeNull();
      const userId = admin.member?.userId ?? "";
      const where = { id: userId };
      const data = lost === "suspension" ? { suspendedUntil: new Date(now.getTime() + 1) } : { role: "member" };
      await database.db.write((tx) =>
        // What a deleted account leaves is a row without a role; here not even that is left.
        lost === "account" ? tx.user.delete({ where }) : tx.user.update({ where, data }),
      );
      expect(await ask("invitation", invitation)).toBe("not-invited");
      expect(await signUp(invitation)).toEqual({ ok: false, error: "not-invited" });
      const listed = await listInvitations(database.db, other, now);
      expect(listed?.find(({ note }) => note === `For Eve, ${lost}`)?.isVoid).toBe(true);
      if (lost === "suspension") expect(await ask("invitation", invitation, new Date(now.getTime() + 1))).toBeNull();
    },
  );

  it("waits for whoever takes the role of its creator at this moment", async () => {
    const admin = await makeMember(database.db, "Linus", "administrator");
    const made = await invite(database.db, admin, "For Eve", now);
    const where = { id: admin.member?.userId ?? "" };
    const { late } = await database.db.write(async (tx) => {
      await tx.user.update({ where, data: { role: "member" } });
      return { late: signUp(made.ok ? made.value : "") };
    });
    expect(await late).toEqual({ ok: false, error: "not-invited" });
  });

  it("keeps no token, and lets administrators alone make, see and withdraw one", async () => {
    const admin = await makeMember(database.db, "Ada", "administrator");
    const made = await invite(database.db, admin, "For Grace", now);
    const invitation = made.ok ? made.value : "";
    expect(JSON.stringify(await database.db.read.invitation.findMany({}))).not.toContain(invitation);
    for (const role of ["member", "author", "moderator"] as const) {
      const viewer = await makeMember(database.db, "Eve", role);
      expect(await invite(database.db, viewer, "For Eve", now)).toEqual({ ok: false, error: "not-an-administrator" });
      expect(await listInvitations(database.db, viewer, now)).toBeNull();
    }
    const listed = await listInvitations(database.db, admin, now);
    const { tokenHash = "" } = listed?.find(({ note }) => note === "For Grace") ?? {};
    expect(await withdrawInvitation(database.db, admin, tokenHash, now)).toMatchObject({ ok: true });
    expect(await ask("invitation", invitation)).toBe("not-invited");
  });
});
