import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, it, vi } from "vitest";
import { beginRequests, endRequests, sendAs } from "../support/access/request.ts";
import { secret } from "../support/access/world.ts";
import { onEachDatabase } from "../support/each-database.ts";
import { type OidcProvider, startOidcProvider } from "../support/oidc-provider.ts";

const site = "http://localhost:3000";
const someone = () => ({
  sub: randomUUID(),
  email: `${randomUUID()}@example.org`,
  email_verified: true,
  name: "Ada L",
});

onEachDatabase("a reply of the provider that was tampered with", (database) => {
  let provider: OidcProvider;
  beforeAll(async () => {
    provider = await startOidcProvider(someone());
    Object.assign(globalThis, { mockdownDatabase: database.db });
    beginRequests();
    const oidc = { OIDC_ISSUER: provider.issuer, OIDC_CLIENT_ID: provider.clientId };
    const settings = { ...oidc, OIDC_CLIENT_SECRET: provider.clientSecret, BASE_URL: site, AUTH_SECRET: secret };
    for (const [name, value] of Object.entries({ ...settings, DATABASE_URL: database.url, LOG_LEVEL: "error" }))
      vi.stubEnv(name, value);
    vi.resetModules();
  });
  afterAll(async () => {
    endRequests();
    vi.unstubAllEnvs();
    vi.resetModules();
    await provider.stop();
  });
  beforeEach(() => {
    provider.person = someone();
    provider.lie = {};
    sendAs({});
    // What the library writes about a lie.
    vi.spyOn(console, "error").mockImplementation(() => {});
    return () => void vi.restoreAllMocks();
  });

  /** A browser that has been to the provider: its cookies, and the address it is led back to. */
  async function fromProvider() {
    const { GET } = await import("../../app/sign-in/oidc/route.ts");
    const begun = await GET(
      new Request(`${site}/sign-in/oidc?returnTo=/plan`, { headers: { host: "localhost:3000" } }),
    );
    const cookie = begun.headers
      .getSetCookie()
      .map((each) => each.split(";")[0] ?? "")
      .join("; ");
    const there = await fetch(begun.headers.get("location") ?? "", { redirect: "manual" });
    return { cookie, address: new URL(there.headers.get("location") ?? "") };
  }
  async function comeBack({ cookie, address }: { readonly cookie: string; readonly address: URL }) {
    const { GET } = await import("../../app/api/auth/callback/oidc/route.ts");
    return GET(new Request(address, { headers: { cookie } }));
  }
  /** Nobody is signed in, and no account made; the reader comes to the sign-in, on this site. */
  async function expectRefused(reply: Response) {
    const to = new URL(reply.headers.get("location") ?? "", site);
    expect(to.origin + to.pathname).toBe(`${site}/sign-in`);
    expect(reply.headers.getSetCookie().join()).not.toMatch(/session_token=[^;,]/);
    expect(await database.db.read.user.findUnique({ where: { email: provider.person.email } })).toBeNull();
  }

  it("signs somebody in when nobody tampers with it, and once", async () => {
    const back = await fromProvider();
    expect((await comeBack(back)).headers.get("location")).toContain("/plan");
    const users = await database.db.read.user.count();
    const again = await comeBack(back);
    expect(again.headers.getSetCookie().join()).not.toMatch(/session_token=[^;,]/);
    expect(await database.db.read.user.count()).toBe(users);
  });

  it("is refused with another state, none, that of another browser, or in a browser that has begun nothing", async () => {
    const [mine, theirs] = [await fromProvider(), await fromProvider()];
    const withState = (state: string | null) => {
      const address = new URL(mine.address);
      if (state === null) address.searchParams.delete("state");
      else address.searchParams.set("state", state);
      return { ...mine, address };
    };
    for (const state of [null, "", "made-up", `${mine.address.searchParams.get("state")}x`])
      await expectRefused(await comeBack(withState(state)));
    await expectRefused(await comeBack(withState(theirs.address.searchParams.get("state"))));
    await expectRefused(await comeBack({ ...theirs, cookie: mine.cookie }));
    await expectRefused(await comeBack({ ...theirs, cookie: "" }));
  });

  it("is refused with a code that was made up, or is somebody else's", async () => {
    const [mine, theirs] = [await fromProvider(), await fromProvider()];
    for (const code of ["made-up", "", theirs.address.searchParams.get("code") ?? ""]) {
      const back = await fromProvider();
      back.address.searchParams.set("code", code);
      await expectRefused(await comeBack(back));
    }
    mine.address.searchParams.set("error", "access_denied");
    mine.address.searchParams.delete("code");
    await expectRefused(await comeBack(mine));
  });

  const past = Math.floor(Date.now() / 1000) - 3600;
  it.each([
    ["another issuer", { claims: { iss: "https://elsewhere.example" } }],
    ["another audience", { claims: { aud: "somebody else" } }],
    ["another nonce", { claims: { nonce: "made-up" } }],
    ["an end that has passed", { claims: { exp: past, iat: past - 60 } }],
    ["a key that the provider does not publish", { isForged: true }],
    ["no signature", { alg: "none" }],
    ["an address that is not confirmed", { claims: { email_verified: false } }],
    ["an address that is not confirmed, in letters", { claims: { email_verified: "false" } }],
    ["no address", { claims: { email: undefined } }],
    ["no person", { claims: { sub: undefined } }],
  ] as const)("is refused with a token that has %s", async (_, lie) => {
    provider.lie = lie;
    await expectRefused(await comeBack(await fromProvider()));
  });
});
