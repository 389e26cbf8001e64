import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, it, vi } from "vitest";
import { confirmAddress } from "#lib/auth/write/change-address";
import { makeMailToken } from "#lib/auth/write/mail-tokens";
import { beginRequests, endOf, endRequests, sendAs } from "../support/access/request.ts";
import { makePerson, type Person, password, secret } from "../support/access/world.ts";
import { onEachDatabase } from "../support/each-database.ts";
import { beginQuickHashes, endQuickHashes } from "../support/quick-hashes.ts";
import { type SmtpServer, startSmtpServer } from "../support/smtp-server.ts";

const adminEmail = "head@example.org";
const untouched = { refusal: null, isDone: false, problems: [] };
const next = "other words, far apart";

onEachDatabase("accounts with mail", (database) => {
  let smtp: SmtpServer;
  let auth: typeof import("#lib/auth/actions") & typeof import("#lib/auth/mail-actions");
  let account: typeof import("#lib/account/actions");
  beforeAll(async () => {
    smtp = await startSmtpServer();
    const settings = { DATABASE_URL: database.url, AUTH_SECRET: secret, SMTP_URL: smtp.url, ADMIN_EMAIL: adminEmail };
    const others = { BASE_URL: "", LOG_LEVEL: "error" };
    for (const [name, value] of Object.entries({ ...settings, ...others })) vi.stubEnv(name, value);
    vi.resetModules();
    beginRequests();
    beginQuickHashes();
    // The database of the process is this test's own.
    Object.assign(globalThis, { mockdownDatabase: database.db });
    auth = { ...(await import("#lib/auth/actions")), ...(await import("#lib/auth/mail-actions")) };
    account = await import("#lib/account/actions");
  });
  afterAll(async () => {
    endRequests();
    endQuickHashes();
    vi.unstubAllEnvs();
    vi.resetModules();
    await smtp.stop();
  });
  beforeEach(() => {
    smtp.mails.length = 0;
    sendAs({});
  });

  const form = (fields: Readonly<Record<string, string>>) => {
    const data = new FormData();
    for (const [name, value] of Object.entries(fields)) data.set(name, value);
    return data;
  };
  const signUp = (email: string, more: Readonly<Record<string, string>> = {}) =>
    endOf(() =>
      auth.signUp({ refusal: null, fields: {}, values: {} }, form({ name: "Ada L", email, password, ...more })),
    );
  const ask = (email: string) => endOf(() => auth.requestResetAction(untouched, form({ email })));
  const userOf = (email: string) => database.db.read.user.findUnique({ where: { email } });
  const sessions = (userId: string) => database.db.read.session.count({ where: { userId } });
  const address = () => `${randomUUID()}@example.org`;
  /** The token in the newest mail to an address, once it has come. */
  const tokenFor = async (to: string) => {
    await expect.poll(() => smtp.mails.some((mail) => mail.to === to), { timeout: 20_000 }).toBe(true);
    return /\?token=([\w-]+)/.exec(smtp.mails.findLast((mail) => mail.to === to)?.text ?? "")?.[1] ?? "";
  };
  const member = async (): Promise<Person & { readonly userId: string }> => {
    const { hashPassword } = await import("#lib/auth/hash-password");
    const hash = await hashPassword(password);
    return (await database.db.write((tx) => makePerson(tx, "owner", hash))) as Person & { readonly userId: string };
  };

  it("are made when the link in the mail is opened, once, by whoever knows the password, and the address is confirmed", async () => {
    const email = address();
    expect(await signUp(email, { returnTo: "/plan" })).toEqual({ to: "/sign-up?sent=1" });
    const token = await tokenFor(email);
    expect(await userOf(email), "before the link is opened").toBeNull();
    const confirm = (given: string) =>
      endOf(() => auth.confirmSignUpAction(untouched, form({ token, password: given })));
    expect(await confirm("what somebody else thinks it is")).toMatchObject({ value: { isDone: false } });
    expect(await userOf(email)).toBeNull();
    expect(await confirm(password)).toEqual({ to: "/plan" });
    const user = await userOf(email);
    expect(user).toMatchObject({ emailVerified: true, role: "member" });
    expect(await sessions(user?.id ?? "")).toBe(1);
    expect(await confirm(password)).toMatchObject({ value: { refusal: "link-over" } });
  });

  it("learn from the mail alone that an address is taken", async () => {
    const { email } = await member();
    expect(await signUp(email)).toEqual(await signUp(address()));
    expect(await tokenFor(email)).toBe("");
    expect(smtp.mails.find((mail) => mail.to === email)?.text).toContain("already has one");
  });

  it("get a new password by a link that works once, and every session ends", async () => {
    const { email, userId } = await member();
    expect(await ask(email)).toEqual({ to: "/reset-password?sent=1" });
    const token = await tokenFor(email);
    const reset = (words: string) => endOf(() => auth.resetPasswordAction(untouched, form({ token, next: words })));
    expect(await reset("password")).toMatchObject({ value: { problems: ["password-common"] } });
    expect(await sessions(userId)).toBe(1);
    const ends = await Promise.all([reset(next), reset(next)]);
    expect(ends.filter((end) => typeof end === "object" && "to" in end)).toEqual([{ to: "/sign-in?reset=1" }]);
    expect(await sessions(userId)).toBe(0);
    const credential = await database.db.read.account.findFirst({ where: { userId } });
    const { verifyPassword } = await import("#lib/auth/hash-password");
    expect(await verifyPassword({ hash: credential?.password ?? "", password: next })).toBe(true);
    expect(await userOf(email)).toMatchObject({ emailVerified: true });
    await expect
      .poll(() => smtp.mails.some(({ text }) => text.includes("used a link from an email to change the password")))
      .toBe(true);
  });

  it("do not learn from a reset whether an address has one, and nobody gets more than five mails an hour", async () => {
    const [{ email }, stranger] = [await member(), address()];
    expect(await ask(stranger)).toEqual(await ask(email));
    for (let i = 0; i < 8; i++) await ask(email);
    await tokenFor(email);
    await expect.poll(() => smtp.mails.length, { timeout: 20_000 }).toBe(5);
    expect(smtp.mails.map(({ to }) => to)).not.toContain(stranger);
  });

  it("keep no token that could be used, and forget what is past its half hour", async () => {
    const { email, userId } = await member();
    await ask(email);
    const token = await tokenFor(email);
    const rows = await database.db.read.mailToken.findMany({ where: { userId } });
    expect(JSON.stringify(rows)).not.toContain(token);
    const minutes = ((rows[0]?.expiresAt.getTime() ?? 0) - Date.now()) / 60_000;
    expect(minutes).toBeLessThanOrEqual(30);
    await database.db.write((tx) => tx.mailToken.updateMany({ where: { userId }, data: { expiresAt: new Date(0) } }));
    const late = await endOf(() => auth.resetPasswordAction(untouched, form({ token, next })));
    expect(late).toMatchObject({ value: { refusal: "link-over" } });
    const { clearSessions } = await import("#lib/auth/write/clear-sessions");
    await clearSessions(database.db, new Date());
    expect(await database.db.read.mailToken.count({ where: { userId } })).toBe(0);
  });

  it("are given one address once, of two whose owner opens both links at once", async () => {
    const [ada, eve, email] = [await member(), await member(), address()];
    const make = ({ userId }: { readonly userId: string }) =>
      makeMailToken(database.db, { purpose: "address", email, userId }, new Date());
    const confirm = async (person: Person & { readonly userId: string }, token: string) =>
      confirmAddress({ db: database.db, viewer: person.viewer, token, adminEmail: undefined, now: new Date() });
    for (let round = 0; round < 5; round++) {
      const tokens = await Promise.all([make(ada), make(eve)]);
      const ends = await Promise.all([confirm(ada, tokens[0]), confirm(eve, tokens[1])]);
      expect(ends.map((end) => (end.ok ? "given" : end.error)).sort()).toEqual(["address-taken", "given"]);
      await database.db.write((tx) =>
        tx.user.updateMany({ where: { email }, data: { email: address(), emailVerified: false } }),
      );
    }
  });

  it("are made by invitation once, of two who were mailed a link, and no token of an invitation waits in clear", async () => {
    vi.stubEnv("REGISTRATION", "invitation");
    vi.resetModules();
    const invited = { ...(await import("#lib/auth/actions")), ...(await import("#lib/auth/mail-actions")) };
    const { makeInvitation } = await import("#lib/auth/write/invitations");
    const invitation = await makeInvitation({ db: database.db, createdById: null, note: "For Ada", now: new Date() });
    const before = { refusal: null, fields: {}, values: {} };
    const people = [address(), address()];
    for (const email of people)
      await endOf(() => invited.signUp(before, form({ name: "Ada L", email, password, invitation })));
    const tokens = await Promise.all(people.map(tokenFor));
    expect(JSON.stringify(await database.db.read.mailToken.findMany({}))).not.toContain(invitation);
    const confirm = (token = "") => endOf(() => invited.confirmSignUpAction(untouched, form({ token, password })));
    expect(await confirm(tokens[0])).toEqual({ to: "/" });
    expect(await confirm(tokens[1])).toMatchObject({ value: { refusal: "not-invited" } });
    vi.stubEnv("REGISTRATION", "open");
    vi.resetModules();
  });

  it("change their address when the link is opened by the same account, and the old address gets a mail", async () => {
    const [ada, eve, email] = [await member(), await member(), address()];
    const before = { refusal: null, isDone: false, fields: {}, chosen: null } as const;
    const change = (current: string) =>
      endOf(() => account.changeAddressAction(before, form({ email: email.toUpperCase(), current })));
    sendAs(ada.cookies);
    expect(await change("not the password")).toMatchObject({ value: { refusal: "wrong-password" } });
    expect(await change(password)).toMatchObject({ value: { isDone: true } });
    const token = await tokenFor(email);
    expect((await database.db.read.user.findUnique({ where: { id: ada.userId } }))?.email).toBe(ada.email);
    const confirm = () => endOf(() => auth.confirmAddressAction(untouched, form({ token })));
    sendAs(ada.cookies);
    expect(await confirm()).toMatchObject({ value: { isDone: true } });
    const user = await database.db.read.user.findUnique({ where: { id: ada.userId } });
    expect(user).toMatchObject({ email, emailVerified: true });
    await tokenFor(ada.email);
    expect(smtp.mails.find((mail) => mail.to === ada.email)?.text).toContain("now has another email address");
    sendAs(eve.cookies);
    expect(await endOf(() => account.changeAddressAction(before, form({ email, current: password })))).toMatchObject({
      value: { isDone: true },
    });
    await expect.poll(() => smtp.mails.some(({ text }) => text.includes("already has one"))).toBe(true);
  });

  it("become administrator by ADMIN_EMAIL once the address is confirmed, while there is none", async () => {
    const count = () => database.db.read.user.count({ where: { role: "administrator" } });
    await signUp(adminEmail);
    expect(await count()).toBe(0);
    const token = await tokenFor(adminEmail);
    await endOf(() => auth.confirmSignUpAction(untouched, form({ token, password })));
    expect(await userOf(adminEmail)).toMatchObject({ role: "administrator" });
    const log = await database.db.read.roleChange.findMany({});
    expect(log.map(({ reason }) => reason)).toEqual(["by ADMIN_EMAIL, when the address was confirmed"]);
  });
});
