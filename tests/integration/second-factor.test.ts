import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { callAction } from "../support/access/call-action.ts";
import { beginRequests, endRequests, sendAs, sentCookies } from "../support/access/request.ts";
import { secret as authSecret, makePerson, type Person, password } from "../support/access/world.ts";
import { onEachDatabase } from "../support/each-database.ts";
import { beginQuickHashes, endQuickHashes } from "../support/quick-hashes.ts";
import { totp } from "../support/totp.ts";

onEachDatabase("an authenticator app", (database) => {
  let hash: string;
  beforeAll(async () => {
    const settings = { DATABASE_URL: database.url, AUTH_SECRET: authSecret, BASE_URL: "http://localhost" };
    for (const [name, value] of Object.entries({ ...settings, LOG_LEVEL: "error" })) vi.stubEnv(name, value);
    vi.resetModules();
    beginRequests();
    beginQuickHashes();
    hash = await (await import("#lib/auth/hash-password")).hashPassword(password);
    // The database of the process is this test's own.
    Object.assign(globalThis, { mockdownDatabase: database.db });
  });
  afterAll(() => {
    endRequests();
    endQuickHashes();
    vi.unstubAllEnvs();
    vi.resetModules();
  });

  type Account = Person & { readonly userId: string; readonly learnerId: string };
  const person = (actor: "owner" | "guest") =>
    database.db.write((tx) => makePerson(tx, actor, hash)) as Promise<Account>;
  const sessions = async (userId: string) => (await database.db.read.session.findMany({ where: { userId } })).length;
  const isOn = async (id: string) =>
    (await database.db.read.user.findUnique({ where: { id } }))?.twoFactorEnabled ?? false;
  const setUp = async (account: Account) => {
    sendAs(account.cookies);
    const end = await callAction("beginFactorAction", { current: password });
    const { value } = end as { value: { setUp: { secret: string; recoveryCodes: string[] } } };
    return value.setUp;
  };
  /** Somebody who has turned it on, and the browser that they did it in is signed out. */
  const withApp = async () => {
    const account = await person("owner");
    const { secret, recoveryCodes } = await setUp(account);
    await callAction("confirmFactorAction", { code: totp(secret) });
    await database.db.write((tx) => tx.session.deleteMany({ where: { userId: account.userId } }));
    sendAs({});
    return { ...account, secret, recoveryCodes };
  };
  const signIn = (email: string, word = password) => callAction("signIn", { email, password: word, returnTo: "/plan" });
  const sendCode = (code: string) => callAction("signInCode", { code, returnTo: "/plan" });

  it("is asked for only once its first code was right, and needs the password", async () => {
    const account = await person("owner");
    sendAs(account.cookies);
    expect(await callAction("beginFactorAction", { current: "not it" })).toMatchObject({ value: { setUp: null } });
    const { secret, recoveryCodes } = await setUp(account);
    expect(recoveryCodes).toHaveLength(10);
    const kept = JSON.stringify(await database.db.read.twoFactor.findMany({ where: { userId: account.userId } }));
    for (const word of [secret, ...recoveryCodes]) expect(kept).not.toContain(word);
    const wrong = String((Number(totp(secret)) + 1) % 1_000_000).padStart(6, "0");
    expect(await callAction("confirmFactorAction", { code: wrong })).toMatchObject({ value: { isDone: false } });
    expect(await isOn(account.userId)).toBe(false);
    expect(await callAction("confirmFactorAction", { code: totp(secret) })).toMatchObject({ value: { isDone: true } });
    expect(await isOn(account.userId)).toBe(true);
    expect(await sessions(account.userId), "the session goes on, with another token").toBe(1);
  });

  it("lets nobody in by the password alone, and those with a code, who keep what their guest did", async () => {
    const { email, userId, secret } = await withApp();
    const guest = await person("guest");
    sendAs(guest.cookies);
    expect(await signIn(email)).toEqual({ to: "/sign-in/code?returnTo=%2Fplan" });
    expect(await sessions(userId)).toBe(0);
    const names = sentCookies().map(([name]) => name);
    expect(names).not.toContain("mockdown.device");
    expect(await sendCode("000000")).toMatchObject({ value: { refusal: "code-wrong" } });
    expect(await sessions(userId)).toBe(0);
    expect(await sendCode(totp(secret))).toEqual({ to: "/plan" });
    expect(await sessions(userId)).toBe(1);
    expect(new Map(sentCookies()).get("mockdown.guest"), "the guest belongs to the account").toBeUndefined();
  });

  it("shows codes that let in once each, also while the app still shows them", async () => {
    const { email, userId, secret } = await withApp();
    const code = totp(secret);
    await signIn(email);
    const over = totp(secret, new Date(Date.now() - 90_000));
    expect(await sendCode(over), "a minute after its time").toMatchObject({ value: { refusal: "code-wrong" } });
    expect(await sendCode(code)).toEqual({ to: "/plan" });
    await database.db.write((tx) => tx.session.deleteMany({ where: { userId } }));
    sendAs({});
    await signIn(email);
    expect(await sendCode(code)).toMatchObject({ value: { refusal: "code-used" } });
    expect(await sessions(userId)).toBe(0);
  });

  it("is replaced by a recovery code, which works once", async () => {
    const { email, userId, recoveryCodes } = await withApp();
    await signIn(email);
    expect(await sendCode(recoveryCodes[0] ?? "")).toEqual({ to: "/plan" });
    expect(await sessions(userId)).toBe(1);
    sendAs({});
    await signIn(email);
    expect(await sendCode(recoveryCodes[0] ?? "")).toMatchObject({ value: { refusal: "code-wrong" } });
    expect(await sendCode(recoveryCodes[1] ?? "")).toEqual({ to: "/plan" });
  });

  it("cannot be guessed: five wrong codes end the sign-in, ten hold up the account for a while", async () => {
    const { email, userId, secret } = await withApp();
    const guess = async () => JSON.stringify(await sendCode("000000"));
    await signIn(email);
    for (let i = 0; i < 5; i++) await guess();
    expect(await guess()).toMatch(/many-codes|code-late/);
    await signIn(email);
    for (let i = 0; i < 5; i++) await guess();
    sendAs({});
    await signIn(email);
    expect(await sendCode(totp(secret))).toMatchObject({ value: { refusal: "codes-locked" } });
    expect(await sessions(userId)).toBe(0);
  });

  it("is turned off with the password", async () => {
    const { email, userId, secret } = await withApp();
    await signIn(email);
    await sendCode(totp(secret));
    const jar = Object.fromEntries(sentCookies().map(([name, value]) => [name, encodeURIComponent(value)]));
    sendAs(jar);
    expect(await callAction("endFactorAction", { current: "not it" })).toMatchObject({ value: { isDone: false } });
    expect(await callAction("endFactorAction", { current: password })).toMatchObject({ value: { isDone: true } });
    expect(await isOn(userId)).toBe(false);
    sendAs({});
    expect(await signIn(email)).toEqual({ to: "/plan" });
  });
});
