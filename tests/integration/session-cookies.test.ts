import { expect, it, vi } from "vitest";

// As it is served: the sign-in library goes by it where it is told nothing.
vi.hoisted(() => {
  Object.assign(process.env, { NODE_ENV: "production" });
});

it.each([
  ["", "mockdown.session_token", false],
  ["http://exams.example.org", "mockdown.session_token", false],
  ["https://exams.example.org", "__Secure-mockdown.session_token", true],
])("sets a session cookie that a browser keeps where BASE_URL is '%s'", async (baseUrl, name, secure) => {
  vi.stubEnv("BASE_URL", baseUrl);
  vi.stubEnv("DATABASE_URL", "file:./data/not-opened.db");
  vi.stubEnv("AUTH_SECRET", "a secret of tests that is long enough for anything");
  vi.resetModules();
  const [{ auth }, { sessionCookies }] = await Promise.all([
    import("#lib/auth/auth"),
    import("#lib/auth/session-cookies"),
  ]);
  const { sessionToken } = (await auth().$context).authCookies;
  expect(sessionToken).toMatchObject({ name, attributes: { secure, httpOnly: true, sameSite: "lax" } });
  expect(sessionCookies()[0]).toBe(name);
});
