import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, expect, it, vi } from "vitest";
import { beginRequests, endRequests, sendAs } from "../support/access/request.ts";
import { makePerson, type Person, secret } from "../support/access/world.ts";
import { onEachDatabase } from "../support/each-database.ts";
import { type OidcProvider, startOidcProvider } from "../support/oidc-provider.ts";

const site = "http://localhost:3000";
const someone = () => ({
  sub: randomUUID(),
  email: `${randomUUID()}@example.org`,
  email_verified: true,
  name: "Ada L",
});

onEachDatabase("signing in by a provider", (database) => {
  let provider: OidcProvider;
  beforeAll(async () => {
    provider = await startOidcProvider(someone());
    Object.assign(globalThis, { mockdownDatabase: database.db });
    beginRequests();
  });
  afterEach(() => vi.unstubAllEnvs());
  afterAll(async () => {
    endRequests();
    vi.resetModules();
    await provider.stop();
  });

  /** A server that has just started, with the provider set. */
  function restart(more: Readonly<Record<string, string>> = {}) {
    const oidc = { OIDC_ISSUER: provider.issuer, OIDC_CLIENT_ID: provider.clientId };
    const settings = { ...oidc, OIDC_CLIENT_SECRET: provider.clientSecret, BASE_URL: site, AUTH_SECRET: secret };
    for (const [name, value] of Object.entries({
      ...settings,
      DATABASE_URL: database.url,
      LOG_LEVEL: "error",
      ...more,
    }))
      vi.stubEnv(name, value);
    vi.resetModules();
  }
  /** Signs in as a browser with these cookies does. Returns where it ends. */
  async function signIn(cookies: Readonly<Record<string, string>>, more: Readonly<Record<string, string>> = {}) {
    restart(more);
    const begin = await import("../../app/sign-in/oidc/route.ts");
    const back = await import("../../app/api/auth/callback/oidc/route.ts");
    sendAs(cookies);
    const begun = await begin.GET(
      new Request(`${site}/sign-in/oidc?returnTo=/plan`, { headers: { host: "localhost:3000" } }),
    );
    const jar = begun.headers.getSetCookie().map((each) => each.split(";")[0] ?? "");
    const there = await fetch(begun.headers.get("location") ?? "", { redirect: "manual" });
    const headers = { cookie: [...jar, ...Object.entries(cookies).map((pair) => pair.join("="))].join("; ") };
    const reply = await back.GET(new Request(there.headers.get("location") ?? "", { headers }));
    return new URL(reply.headers.get("location") ?? "/", site);
  }
  const userOf = (email: string) =>
    database.db.read.user.findUnique({ where: { email }, include: { accounts: true, sessions: true } });
  const person = (actor: "owner" | "guest") =>
    database.db.write((tx) => makePerson(tx, actor, "a hash")) as Promise<Person & { readonly learnerId: string }>;

  it("makes an account with a confirmed address, of this device's guest, once, and keeps none of the provider's tokens", async () => {
    const guest = await person("guest");
    provider.person = someone();
    expect((await signIn(guest.cookies)).pathname).toBe("/plan");
    const user = await userOf(provider.person.email);
    expect(user).toMatchObject({ learnerId: guest.learnerId, emailVerified: true, name: "Ada L", role: "member" });
    expect(user?.accounts).toMatchObject([
      { providerId: "oidc", accountId: provider.person.sub, accessToken: null, idToken: null, refreshToken: null },
    ]);
    expect(user?.sessions).toHaveLength(1);
    const users = await database.db.read.user.count();
    const again = await person("guest");
    expect((await signIn(again.cookies)).pathname).toBe("/plan");
    expect(await database.db.read.user.count()).toBe(users);
    expect((await userOf(provider.person.email))?.learnerId).toBe(guest.learnerId);
  });

  it("joins an account with the same address only when both sides have confirmed it", async () => {
    const owner = await person("owner");
    provider.person = { ...someone(), email: owner.email };
    const refused = await signIn({});
    expect(refused.pathname + refused.search).toBe("/sign-in?elsewhere=failed&error=account_not_linked");
    expect((await userOf(owner.email))?.accounts).toHaveLength(1);
    await database.db.write((tx) =>
      tx.user.updateMany({ where: { email: owner.email }, data: { emailVerified: true } }),
    );
    provider.person = { ...provider.person, email_verified: false };
    expect((await signIn({})).searchParams.get("error")).toBe("account_not_linked");
    provider.person = { ...provider.person, email_verified: true };
    expect((await signIn({})).pathname).toBe("/plan");
    expect((await userOf(owner.email))?.accounts.map(({ providerId }) => providerId).sort()).toEqual([
      "credential",
      "oidc",
    ]);
  });

  it("makes no account of an address that the provider has not confirmed, nor where registration is not open", async () => {
    provider.person = { ...someone(), email_verified: false };
    expect((await signIn({})).searchParams.get("error")).toBe("email_not_verified");
    expect(await userOf(provider.person.email)).toBeNull();
    provider.person = someone();
    for (const REGISTRATION of ["invitation", "closed"])
      expect((await signIn({}, { REGISTRATION })).searchParams.get("error")).toBe("signup_disabled");
    expect(await userOf(provider.person.email)).toBeNull();
  });

  it("proves who somebody without a password is by a sign-in that is at most ten minutes old", async () => {
    provider.person = someone();
    await signIn({});
    const user = await userOf(provider.person.email);
    const { confirmPassword } = await import("#lib/account/write/change-account");
    const { mintViewer } = await import("#lib/auth/viewer");
    const { id = "", email = "", name = "", sessions: [session] = [] } = user ?? {};
    const viewer = mintViewer(user?.learnerId ?? null, { userId: id, name, email, role: "member" });
    const confirm = (sessionId: string | null, minutes: number) => {
      const now = new Date((session?.createdAt.getTime() ?? 0) + minutes * 60_000);
      return confirmPassword({ db: database.db, viewer, password: "none", sessionId, now });
    };
    expect(await confirm(session?.id ?? "", 9)).toMatchObject({ ok: true });
    expect(await confirm(session?.id ?? "", 10)).toEqual({ ok: false, error: "sign-in-again" });
    expect(await confirm(null, 1)).toEqual({ ok: false, error: "sign-in-again" });
  });

  it("gives nobody the name of staff, and the administrator's role by ADMIN_EMAIL alone", async () => {
    provider.person = { ...someone(), name: "Administrator" };
    await signIn({}, { ADMIN_EMAIL: provider.person.email });
    const user = await userOf(provider.person.email);
    expect(user).toMatchObject({ role: "administrator", name: expect.stringMatching(/^Learner [0-9a-f]{6}$/) });
  });

  it("holds up nobody when the provider takes requests and answers none, and asks it again for the next visitor", async () => {
    provider.person = someone();
    provider.isSilent = true;
    restart();
    const { leadToProvider, returnFromProvider } = await import("#lib/auth/write/enter-by-oidc");
    const { currentViewer } = await import("#lib/auth/read/current-viewer");
    const request = (path: string) => new Request(`${site}${path}`, { headers: { host: "localhost:3000" } });
    const silent = "/sign-in?elsewhere=failed&error=provider_silent";
    sendAs({ "mockdown.session_token": "no session.of anybody" });
    const led = leadToProvider(request("/sign-in/oidc"), "/plan", 300);
    // Asks the library, which must not wait for the provider.
    expect(await Promise.race([currentViewer(), sleep(10_000, "held up")])).toMatchObject({ member: null });
    expect((await led).headers.get("location")).toBe(silent);
    const back = await returnFromProvider(request("/api/auth/callback/oidc?code=one&state=two"), 300);
    expect(back.headers.get("location")).toBe(silent);
    provider.isSilent = false;
    const again = await leadToProvider(request("/sign-in/oidc"), "/plan");
    expect(again.headers.get("location")).toContain(`${provider.issuer}/authorize`);
  });

  it("leads back with a sentence when there is nobody at the provider's address", async () => {
    const log = vi.spyOn(console, "error").mockImplementation(() => {});
    restart({ OIDC_ISSUER: "http://127.0.0.1:9" });
    const { leadToProvider } = await import("#lib/auth/write/enter-by-oidc");
    sendAs({});
    const reply = await leadToProvider(new Request(`${site}/sign-in/oidc`), "/plan");
    expect(JSON.stringify(log.mock.calls)).toContain("Discovery fetch failed");
    log.mockRestore();
    expect(reply.headers.get("location")).toBe("/sign-in?elsewhere=failed&error=provider_silent");
  });
});
