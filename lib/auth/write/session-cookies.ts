import { cookies } from "next/headers";
import type { Database } from "#lib/db/database";
import { authSecret } from "#lib/env/auth-secret";
import { environment } from "#lib/env/current";
import { areCookiesSecure, cookieAttributes, cookieName, guardedName } from "../are-cookies-secure.ts";
import { sessionTimes } from "../session-times.ts";
import { readSessionToken, signSessionToken } from "../session-token.ts";

const plain = "mockdown.session_token";
const guarded = guardedName(plain);

/** The name of the session cookie. Over HTTPS only this one is trusted: anyone on the network path, or a neighbouring host, can set an insecure one. */
export function sessionCookie(): string {
  return cookieName(plain);
}

/**
 * Renews the browser's session cookie. Returns false on a page, which cannot set cookies: a session renewed there would
 * outlast its cookie, and nobody would stay signed in longer than the first cookie.
 */
export function keepSessionCookie(jar: Awaited<ReturnType<typeof cookies>>, cookie: string): boolean {
  try {
    jar.set(sessionCookie(), cookie, { ...cookieAttributes(), maxAge: sessionTimes.expiresIn });
    return true;
  } catch {
    return false;
  }
}

/** Gives the browser a cookie with a new token of its session. Only in actions and route handlers. */
export async function replaceSessionCookie(token: string): Promise<void> {
  keepSessionCookie(await cookies(), signSessionToken(token, authSecret(environment())));
}

/**
 * The tokens of the sessions that this browser holds, including one that was set before BASE_URL changed from HTTP to
 * HTTPS or back.
 */
export async function sessionTokens(): Promise<readonly string[]> {
  const jar = await cookies();
  const secret = authSecret(environment());
  return [plain, guarded].flatMap((name) => readSessionToken(jar.get(name)?.value, secret) ?? []);
}

/** Ends these sessions. After a sign-in: those that the browser held before and no longer has a cookie for. */
export async function endSessionsOf(db: Database, tokens: readonly string[]): Promise<void> {
  if (tokens.length > 0) await db.write((tx) => tx.session.deleteMany({ where: { token: { in: [...tokens] } } }));
}

/** Removes the cookie whose name the sign-in library no longer knows. */
export async function forgetOtherCookie(): Promise<void> {
  const jar = await cookies();
  const name = areCookiesSecure() ? plain : guarded;
  if (jar.get(name) === undefined) return;
  jar.set(name, "", { httpOnly: true, sameSite: "lax", secure: name === guarded, path: "/", maxAge: 0 });
}
