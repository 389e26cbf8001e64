import { expect, it } from "vitest";
import { pseudonym } from "#lib/events/pseudonym";
import { makePerson } from "../support/access/world.ts";
import { runHere, timeCommand } from "../support/command-line.ts";
import { onEachDatabase } from "../support/each-database.ts";
import { makeMember } from "../support/people.ts";

const AUTH_SECRET = "a secret of tests that is long enough for anything";

onEachDatabase("commands about accounts", (database) => {
  async function user(args: readonly string[], more: Readonly<Record<string, string>> = {}) {
    return runHere("admin", ["user", ...args], { AUTH_SECRET, DATABASE_URL: database.url, ...more });
  }

  it("gives a role and takes it back", async () => {
    const { member } = await makeMember(database.db, "Ada");
    const email = member?.email ?? "";
    expect(await user(["promote", email.toUpperCase()])).toMatchObject({ code: 0 });
    expect((await user(["list"])).output).toMatch(new RegExp(`administrator +${email} +Ada`));
    expect(await user(["demote", email])).toMatchObject({ code: 0, output: `${email} is now member\n` });
  });

  it("goes by the role that is kept, whatever ADMIN_EMAIL says, and ends a suspension with a role", async () => {
    const { member } = await makeMember(database.db, "Grace");
    const email = member?.email ?? "";
    const suspendedUntil = new Date("2126-11-22T12:00:00Z");
    await database.db.write((tx) => tx.user.update({ where: { email }, data: { suspendedUntil } }));
    expect((await user(["list"], { ADMIN_EMAIL: email })).output).toMatch(new RegExp(`member +${email} +Grace`));
    expect(await user(["promote", email])).toMatchObject({ code: 0 });
    const row = await database.db.read.user.findUnique({ where: { email } });
    expect(row).toMatchObject({ role: "administrator", suspendedUntil: null });
  });

  it("ends the sessions of one account or of everybody, and forgets an authenticator app", async () => {
    const { db } = database;
    const [ada, bea] = await db.write(async (tx) => [await makePerson(tx, "owner"), await makePerson(tx, "other")]);
    const userId = ada?.userId ?? "";
    const factor = { id: "one", secret: "a secret", backupCodes: "codes", userId, verified: true };
    await db.write(async (tx) => {
      await tx.twoFactor.create({ data: factor });
      await tx.user.update({ where: { id: userId }, data: { twoFactorEnabled: true } });
    });
    expect(await user(["sign-out"])).toMatchObject({ code: 1 });
    expect(await user(["sign-out", bea?.email ?? ""])).toMatchObject({ code: 0, output: "1 session has ended\n" });
    expect(await db.read.session.count({ where: { userId } })).toBe(1);
    expect(await user(["reset-second-factor", ada?.email ?? ""])).toMatchObject({ code: 0 });
    expect(await db.read.user.findUnique({ where: { id: userId } })).toMatchObject({ twoFactorEnabled: false });
    expect(await db.read.twoFactor.count({ where: { userId } })).toBe(0);
    await db.write((tx) => makePerson(tx, "owner"));
    expect(await user(["sign-out", "--everybody"])).toMatchObject({ code: 0, output: "1 session has ended\n" });
  });

  it("prints a link that one person may make an account with", async () => {
    const { output } = await user(["invite", "--note", "For Ada"], { BASE_URL: "https://exams.example.org" });
    expect(output).toMatch(/^https:\/\/exams\.example\.org\/sign-up\?invitation=[\w-]{32}$/m);
    expect(output).toContain("REGISTRATION is open");
    expect((await database.db.read.invitation.findMany({})).map(({ note }) => note)).toEqual(["For Ada"]);
  });

  it("says print the names that the log uses for an account and its address", async () => {
    const { member } = await makeMember(database.db, "Edsger");
    const { output } = await user(["trace", (member?.email ?? "").toUpperCase()]);
    expect(output).toContain(`address  ${pseudonym("address", member?.email ?? "", AUTH_SECRET)}`);
    expect(output).toContain(`actor    ${pseudonym("account", member?.userId ?? "", AUTH_SECRET)}`);
    expect((await user(["trace", "nobody@example.org"])).output).toContain("actor    none");
  });

  it("refuses an address that nobody has, and ends: it does not wait for connections to become idle", async () => {
    const args = ["user", "promote", "nobody@example.org"];
    const ended = await timeCommand("admin", args, { AUTH_SECRET, DATABASE_URL: database.url });
    expect(ended).toMatchObject({ code: 1, output: expect.stringContaining("there is no account") });
    expect(ended.afterWordMs).toBeLessThan(ended.untilWordMs);
  });
});
