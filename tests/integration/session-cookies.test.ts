import { expect, it, vi } from "vitest";

// As it is served: the sign-in library goes by it where nothing is set.
vi.hoisted(() => {
  Object.assign(process.env, { NODE_ENV: "production" });
});

it.each([
  ["", "mockdown.session_token", false],
  ["http://exams.example.org", "mockdown.session_token", false],
  ["https://exams.example.org", "__Host-mockdown.session_token", true],
])("sets a session cookie that a browser keeps where BASE_URL is '%s'", async (baseUrl, name, secure) => {
  vi.stubEnv("BASE_URL", baseUrl);
  vi.stubEnv("DATABASE_URL", "file:./data/not-opened.db");
  vi.stubEnv("AUTH_SECRET", "a secret of tests that is long enough for anything");
  vi.resetModules();
  const [{ auth }, { sessionCookie }] = await Promise.all([
    import("#lib/auth/write/auth"),
    import("#lib/auth/write/session-cookies"),
  ]);
  const { sessionToken } = (await auth().$context).authCookies;
  expect(sessionToken).toMatchObject({ name, attributes: { secure, httpOnly: true, sameSite: "lax" } });
  expect(sessionCookie()).toBe(name);
});

it("believes a session cookie without the prefix over HTTP alone: a neighbouring host can set one over HTTPS", async () => {
  vi.stubEnv("DATABASE_URL", "file:./data/not-opened.db");
  vi.stubEnv("AUTH_SECRET", "a secret of tests that is long enough for anything");
  for (const [baseUrl, name] of [
    ["http://exams.example.org", "mockdown.session_token"],
    ["https://exams.example.org", "__Host-mockdown.session_token"],
  ] as const) {
    vi.stubEnv("BASE_URL", baseUrl);
    vi.resetModules();
    const asked: string[] = [];
    const jar = { get: (asking: string) => void asked.push(asking) };
    vi.doMock("next/headers", () => ({ cookies: async () => jar, headers: async () => new Headers() }));
    const { currentViewer } = await import("#lib/auth/read/current-viewer");
    expect((await currentViewer()).member).toBeNull();
    expect(asked.filter((each) => each.includes("session"))).toEqual([name]);
  }
  vi.doUnmock("next/headers");
  vi.resetModules();
});
