import { randomUUID } from "node:crypto";
import { betterAuth } from "better-auth";
import { prismaAdapter } from "better-auth/adapters/prisma";
import { nextCookies } from "better-auth/next-js";
import { twoFactor } from "better-auth/plugins";
import { database } from "#lib/db/current";
import { authSecret } from "#lib/env/auth-secret";
import { environment } from "#lib/env/current";
import { siteUrl } from "#lib/env/site-url";
import { log } from "#lib/log/log";
import { areCookiesSecure, cookieName } from "../are-cookies-secure.ts";
import { hashPassword, verifyPassword } from "../hash-password.ts";
import { sessionTimes } from "../session-times.ts";
import { authClient } from "./auth-client.ts";
import { completeUser, oidcPlugins, welcomeUser } from "./oidc.ts";
import { passkeyPlugin } from "./passkeys.ts";

/** `ways` are the plugins for ways to sign in besides the password. */
function createAuth(ways: ReturnType<typeof oidcPlugins>) {
  const { BASE_URL, TRUST_PROXY } = environment();
  const db = database();
  return betterAuth({
    appName: "Mockdown",
    baseURL: BASE_URL ?? { allowedHosts: ["*"], protocol: "auto" },
    secret: authSecret(environment()),
    database: prismaAdapter(authClient(db), { provider: db.provider }),
    emailAndPassword: {
      enabled: true,
      minPasswordLength: 8,
      maxPasswordLength: 200,
      // For an address without an account, the library computes a hash too, so that both take the same time.
      password: { hash: hashPassword, verify: verifyPassword },
    },
    // Important actions ask for the password, however new the session is.
    session: { ...sessionTimes, freshAge: 0, cookieCache: { enabled: false } },
    user: {
      additionalFields: {
        role: { type: "string", defaultValue: "member", input: false },
        // Accounts are created as a whole by create-account.ts; the library reads no column that is not named here.
        learnerId: { type: "string", required: false, input: false },
        handle: { type: "string", required: false, input: false },
      },
    },
    // Only a provider creates users through the library: create-account.ts creates accounts with a password as a whole.
    databaseHooks: {
      user: {
        create: { before: completeUser, after: (user) => welcomeUser(user, environment().ADMIN_EMAIL) },
      },
      account: {
        create: { before: async (account) => ({ data: { ...account, ...noTokens } }) },
        update: { before: async (account) => ({ data: { ...account, ...noTokens } }) },
      },
    },
    account: { updateAccountOnSignIn: false },
    // Its own limits work only in its router, which we do not mount: see lib/limits.
    rateLimit: { enabled: false },
    advanced: {
      database: { generateId: () => randomUUID() },
      // Without a proxy in front these headers come from the visitor.
      ipAddress: TRUST_PROXY ? { ipAddressHeaders: ["x-forwarded-for"] } : { disableIpTracking: true },
      // The library's own prefix for HTTPS is __Secure-, which leaves neighbouring hosts free to set the cookie.
      cookiePrefix: cookieName("mockdown"),
      useSecureCookies: false,
      defaultCookieAttributes: { secure: areCookiesSecure() },
    },
    telemetry: { enabled: false },
    logger: { level: "warn", log: logOfLibrary },
    plugins: [
      // No browser is trusted to skip the code: it is requested at each sign-in.
      twoFactor({ issuer: siteUrl(environment()).replace(/^https?:\/\//, "") }),
      passkeyPlugin(environment()),
      ...ways,
      nextCookies(),
    ],
  });
}

/** A provider is only asked who somebody is, so tokens that allow further requests are not stored. */
const noTokens = { accessToken: null, refreshToken: null, idToken: null };

/**
 * What the library reports as an error although it is only a wrong password, address or passkey: the form says so, and
 * limits count it.
 */
const everyday =
  /^(User|Password|Credential account) not found|^Invalid password|^Failed to verify (authentication|registration)$|^(account_not_linked|signup_disabled|access_denied)$/;

/** One event in our log instead of coloured lines. What accompanies the message may contain an address and is left out. */
function logOfLibrary(level: "debug" | "info" | "warn" | "error" | "success", message: string): void {
  if (!everyday.test(message)) log(level === "error" ? "error" : "warn", "sign-in-library", { message });
}

type Auth = ReturnType<typeof createAuth>;
let instance: Auth | undefined;
let providerInstance: Auth | undefined;

/** The sign-in library, set up at its first use. It never calls a provider, so a provider that hangs holds up nobody else. */
export function auth(): Auth {
  instance ??= createAuth([]);
  return instance;
}

/** The library with the provider of OIDC_ISSUER. Its first use asks the provider to describe itself. */
export function providerAuth(): Auth {
  providerInstance ??= createAuth(oidcPlugins(environment()));
  return providerInstance;
}

/** Makes the next use of `providerAuth` ask the provider again. */
export function forgetProvider(): void {
  providerInstance = undefined;
}
