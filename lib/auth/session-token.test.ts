import { betterAuth } from "better-auth";
import { memoryAdapter } from "better-auth/adapters/memory";
import { describe, expect, it } from "vitest";
import { readSessionToken, signSessionToken } from "./session-token.ts";

const secret = "a secret of tests that is long enough for anything";

/** The cookie that the sign-in library sets, and the token that it means. */
async function signUp(secure: boolean) {
  const library = betterAuth({
    baseURL: secure ? "https://mockdown.example" : "http://mockdown.example",
    secret,
    database: memoryAdapter({ user: [], session: [], account: [], verification: [] }),
    emailAndPassword: { enabled: true },
    advanced: { cookiePrefix: "mockdown" },
    telemetry: { enabled: false },
  });
  const response = await library.api.signUpEmail({
    body: { name: "Ada", email: "ada@example.org", password: "long enough" },
    asResponse: true,
  });
  const [pair = ""] = (response.headers.get("set-cookie") ?? "").split(";");
  const [name, value = ""] = pair.split("=");
  const { token } = (await response.json()) as { token: string };
  return { name, cookie: decodeURIComponent(value), token };
}

describe("the session token in a cookie", () => {
  it.each([
    [false, "mockdown.session_token"],
    [true, "__Secure-mockdown.session_token"],
  ])("is what the sign-in library signed (over HTTPS: %s)", async (secure, expected) => {
    const { name, cookie, token } = await signUp(secure);
    expect(name).toBe(expected);
    expect(readSessionToken(cookie, secret)).toBe(token);
    expect(signSessionToken(token, secret)).toBe(cookie);
  });

  it("is not believed with another secret, another token or half a signature", async () => {
    const { cookie, token } = await signUp(false);
    expect(readSessionToken(cookie, `${secret}!`)).toBeNull();
    expect(readSessionToken(cookie.replace(token, `${token}x`), secret)).toBeNull();
    expect(readSessionToken(cookie.slice(0, -8), secret)).toBeNull();
    expect([undefined, "", ".", "token", "token."].map((text) => readSessionToken(text, secret))).toEqual(
      Array(5).fill(null),
    );
  });
});
