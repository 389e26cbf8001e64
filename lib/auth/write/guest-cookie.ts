import { cookies } from "next/headers";
import { database } from "#lib/db/current";
import { authSecret } from "#lib/env/auth-secret";
import { environment } from "#lib/env/current";
import { areCookiesSecure, cookieAttributes, cookieName, guardedName } from "../are-cookies-secure.ts";
import { signGuest, verifyGuest } from "../guest-token.ts";
import { beganBeforeGuard } from "../read/began-before-guard.ts";

const plain = "mockdown.guest";
const maxAgeSeconds = 400 * 24 * 60 * 60;

/**
 * The learner that this request's guest cookie proves, or null. Over HTTPS, a cookie without the prefix may come from a
 * neighbouring host, with a guest of its choice. It is trusted only for a guest who began before the prefix was
 * introduced.
 */
export async function guestLearnerId(): Promise<string | null> {
  const [jar, secret] = [await cookies(), authSecret(environment())];
  const learnerId = verifyGuest(jar.get(cookieName(plain))?.value, secret);
  if (learnerId !== null || !areCookiesSecure()) return learnerId;
  const earlier = verifyGuest(jar.get(plain)?.value, secret);
  return earlier !== null && (await beganBeforeGuard(database(), earlier)) ? earlier : null;
}

/** Remembers a guest on this device. Only in actions and route handlers: pages cannot set cookies. */
export async function rememberGuest(learnerId: string): Promise<void> {
  const value = signGuest(learnerId, authSecret(environment()));
  (await cookies()).set(cookieName(plain), value, { ...cookieAttributes(), maxAge: maxAgeSeconds });
}

/** Forgets the guest, once their attempts belong to an account. */
export async function forgetGuest(): Promise<void> {
  const jar = await cookies();
  jar.delete(plain);
  // Without its attributes, a browser would not accept the deletion of this cookie.
  if (areCookiesSecure()) jar.set(guardedName(plain), "", { ...cookieAttributes(), maxAge: 0 });
}
