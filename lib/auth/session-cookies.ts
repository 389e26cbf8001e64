import { cookies } from "next/headers";
import type { Database } from "#lib/db/database";
import { authSecret } from "#lib/env/auth-secret";
import { environment } from "#lib/env/current";
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
