import { cookies } from "next/headers";
import type { Database } from "#lib/db/database";
import { authSecret } from "#lib/env/auth-secret";
import { environment } from "#lib/env/current";
import { sessionTimes } from "./session-times.ts";
import { readSessionToken } from "./session-token.ts";

const plain = "mockdown.session_token";
/** Over HTTPS the sign-in library gives its cookie a prefix that browsers guard. */
const guarded = `__Secure-${plain}`;

/**
 * Whether cookies are for HTTPS alone. Browsers drop such a cookie on any other address, so that nobody could sign in at
 * `http://192.168.0.5:3000`: they are where BASE_URL says HTTPS, and nowhere else.
 */
export function areCookiesSecure(): boolean {
  return environment().BASE_URL?.startsWith("https:") ?? false;
}

/** Names of the session cookie: as it is set, then as it was set before BASE_URL went from HTTP to HTTPS or back. */
export function sessionCookies(): readonly [string, string] {
  return areCookiesSecure() ? [guarded, plain] : [plain, guarded];
}

/**
 * Gives the browser its session cookie for as long again. False on a page, which can set none: a session that was renewed there
 * would outlast its cookie, and nobody would be signed in for longer than the first one lasts.
 */
export function keepSessionCookie(jar: Awaited<ReturnType<typeof cookies>>, cookie: string): boolean {
  const [name] = sessionCookies();
  if (jar.get(name)?.value !== cookie) return false;
  const maxAge = sessionTimes.expiresIn;
  try {
    jar.set(name, cookie, { httpOnly: true, sameSite: "lax", secure: name === guarded, path: "/", maxAge });
    return true;
  } catch {
    return false;
  }
}

/** Ends the session of the cookie that the sign-in library does not know by its name any more. */
export async function endEarlierSession(db: Database): Promise<void> {
  const jar = await cookies();
  const [, name] = sessionCookies();
  const cookie = jar.get(name)?.value;
  if (cookie === undefined) return;
  const token = readSessionToken(cookie, authSecret(environment()));
  if (token !== null) await db.write((tx) => tx.session.deleteMany({ where: { token } }));
  jar.set(name, "", { httpOnly: true, sameSite: "lax", secure: name === guarded, path: "/", maxAge: 0 });
}
