import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { callAction } from "../support/access/call-action.ts";
import { beginRequests, endRequests, sendAs, sentCookies } from "../support/access/request.ts";
import { makePerson, type Person, password, secret } from "../support/access/world.ts";
import { makeAuthenticator } from "../support/authenticator.ts";
import { onEachDatabase } from "../support/each-database.ts";
import { beginQuickHashes, endQuickHashes } from "../support/quick-hashes.ts";
import { totp } from "../support/totp.ts";

const site = "http://localhost";

onEachDatabase("a passkey", (database) => {
  let hash: string;
  beforeAll(async () => {
    const settings = { DATABASE_URL: database.url, AUTH_SECRET: secret, BASE_URL: site, LOG_LEVEL: "error" };
    for (const [name, value] of Object.entries(settings)) vi.stubEnv(name, value);
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
  type Device = ReturnType<typeof makeAuthenticator>;
  const person = (actor: "owner" | "other" | "guest") =>
    database.db.write((tx) => makePerson(tx, actor, hash)) as Promise<Account>;
  const toValue = (end: unknown) => (end as { readonly value: Record<string, unknown> }).value;
  const passkeysOf = (userId: string) => database.db.read.passkey.findMany({ where: { userId } });
  const sessions = async (userId: string) => (await database.db.read.session.findMany({ where: { userId } })).length;
  const begin = async (name = "My phone") => {
    const { options } = toValue(await callAction("beginPasskeyAction", { name, current: password }));
    return options as Parameters<Device["make"]>[0];
  };
  const add = async (device: Device, isVerified = true) =>
    toValue(
      await callAction("addPasskeyAction", { name: "My phone", credential: device.make(await begin(), isVerified) }),
    );
  const signIn = async (device: Device, isVerified = true) => {
    const { options } = toValue(await callAction("beginPasskeySignIn", {}));
    const credential = device.use(options as Parameters<Device["use"]>[0], isVerified);
    return callAction("signInByPasskey", { credential, returnTo: "/plan" });
  };
  /** Somebody with a passkey, whose browser is signed out. */
  const withPasskey = async () => {
    const [account, device] = [await person("owner"), makeAuthenticator(site)];
    sendAs(account.cookies);
    expect(await add(device)).toMatchObject({ isDone: true });
    await database.db.write((tx) => tx.session.deleteMany({ where: { userId: account.userId } }));
    sendAs({});
    return { ...account, device };
  };

  it("signs in, and the account takes over what the guest of the device did", async () => {
    const { userId, learnerId, device } = await withPasskey();
    const guest = await person("guest");
    await database.db.write((tx) =>
      tx.learner.update({ where: { id: guest.learnerId }, data: { settings: '{"timeZone":"Europe/Paris"}' } }),
    );
    sendAs(guest.cookies);
    expect(await signIn(device)).toEqual({ to: "/plan" });
    expect(await sessions(userId)).toBe(1);
    const names = sentCookies().map(([name]) => name);
    expect(names).toContain("mockdown.session_token");
    expect(names).not.toContain("mockdown.guest");
    const own = await database.db.read.learner.findUniqueOrThrow({ where: { id: learnerId } });
    expect(own.settings).toContain("Europe/Paris");
    expect(await signIn(device), "again, and the session before ends").toEqual({ to: "/plan" });
    expect(await sessions(userId)).toBe(1);
  });

  it("stands for both factors, so that no code of an app is asked for", async () => {
    const { userId, device, email } = await withPasskey();
    expect(await callAction("signIn", { email, password, returnTo: "/plan" })).toEqual({ to: "/plan" });
    const begun = toValue(await callAction("beginFactorAction", { current: password }));
    await callAction("confirmFactorAction", { code: totp((begun.setUp as { secret: string }).secret) });
    await database.db.write((tx) => tx.session.deleteMany({ where: { userId } }));
    sendAs({});
    expect(await callAction("signIn", { email, password })).toMatchObject({ to: expect.stringContaining("/code") });
    sendAs({});
    expect(await signIn(device)).toEqual({ to: "/plan" });
  });

  it("is refused where the device did not check who holds it", async () => {
    const account = await person("owner");
    sendAs(account.cookies);
    expect(await add(makeAuthenticator(site), false)).toMatchObject({ refusal: "passkey-unverified" });
    expect(await passkeysOf(account.userId)).toEqual([]);
    const { userId, device } = await withPasskey();
    expect(toValue(await signIn(device, false))).toBe("passkey-unverified");
    expect(await sessions(userId)).toBe(0);
  });

  it("is added and removed with the password, by its owner alone", async () => {
    const [{ userId, device }, other] = [await withPasskey(), await person("other")];
    sendAs(other.cookies);
    const wrong = await callAction("beginPasskeyAction", { name: "x", current: "not it" });
    expect(toValue(wrong)).toEqual({ refusal: "wrong-password", fields: {}, options: null });
    const [passkey] = await passkeysOf(userId);
    await callAction("removePasskeyAction", { passkey: passkey?.id ?? "", current: password });
    expect(await passkeysOf(userId)).toHaveLength(1);
    sendAs({});
    await signIn(device);
    const refused = await callAction("removePasskeyAction", { passkey: passkey?.id ?? "", current: "not it" });
    expect(toValue(refused)).toMatchObject({ refusal: "wrong-password", chosen: passkey?.id });
    expect(await passkeysOf(userId)).toHaveLength(1);
    await callAction("removePasskeyAction", { passkey: passkey?.id ?? "", current: password });
    expect(await passkeysOf(userId)).toEqual([]);
    sendAs({});
    expect(toValue(await signIn(device))).toBe("passkey-unknown");
  });

  it("is not taken from another site, with another challenge, twice, of another account or from what is not a passkey", async () => {
    const { userId, device } = await withPasskey();
    const { options } = toValue(await callAction("beginPasskeySignIn", {})) as {
      options: { challenge: string; rpId: string };
    };
    const send = async (credential: string) => toValue(await callAction("signInByPasskey", { credential }));
    for (const text of ["", "{", "[]", JSON.stringify({ id: { in: [] } })])
      expect(await send(text)).toBe("passkey-refused");
    expect(await send(device.use({ ...options, challenge: "bm90IGl0" }))).toBe("passkey-refused");
    expect(await send(device.use(options)), "the challenge is used up").toBe("passkey-late");
    expect(toValue(await signIn(makeAuthenticator(site)))).toBe("passkey-unknown");
    expect(await sessions(userId)).toBe(0);
    const other = await person("other");
    sendAs(other.cookies);
    const begun = await begin();
    const foreign = makeAuthenticator("https://elsewhere.example").make(begun);
    const refused = await callAction("addPasskeyAction", { name: "x", credential: foreign });
    expect(toValue(refused)).toMatchObject({ isDone: false });
    expect(toValue(await callAction("addPasskeyAction", { name: "x", credential: device.make(begun) }))).toMatchObject({
      refusal: "passkey-late",
    });
    expect(await passkeysOf(other.userId)).toEqual([]);
  });

  it("is not added without the password, and one challenge lets in once, also when it is sent twice at once", async () => {
    const { userId, device } = await withPasskey();
    const begun = toValue(await callAction("beginPasskeySignIn", {})) as { options: Parameters<Device["use"]>[0] };
    const credential = device.use(begun.options);
    await Promise.all([1, 2, 3].map(() => callAction("signInByPasskey", { credential })));
    expect(await sessions(userId)).toBe(1);
    const other = await person("other");
    sendAs(other.cookies);
    const asked = toValue(await callAction("beginPasskeySignIn", {})) as { options: { challenge: string } };
    const made = makeAuthenticator(site).make({ ...asked.options, rp: { id: "localhost" } });
    expect(toValue(await callAction("addPasskeyAction", { name: "x", credential: made }))).toMatchObject({
      isDone: false,
    });
    expect(await passkeysOf(other.userId)).toEqual([]);
  });

  it("goes with its account", async () => {
    const { userId, device } = await withPasskey();
    await signIn(device);
    await callAction("deleteAccountAction", { current: password, comments: "keep" });
    expect(await passkeysOf(userId)).toEqual([]);
  });
});
