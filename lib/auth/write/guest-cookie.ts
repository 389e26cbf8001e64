import { cookies } from "next/headers";
import { database } from "#lib/db/current";
import { authSecret } from "#lib/env/auth-secret";
import { environment } from "#lib/env/current";
import { areCookiesSecure } from "../are-cookies-secure.ts";
import { signGuest, verifyGuest } from "../guest-token.ts";
import { beganBeforeGuard } from "../read/began-before-guard.ts";

const plain = "mockdown.guest";
/** Over HTTPS browsers let nobody but this host set a cookie with this prefix. */
const guarded = `__Host-${plain}`;
const maxAgeSeconds = 400 * 24 * 60 * 60;

function nameOfCookie(): string {
  return areCookiesSecure() ? guarded : plain;
}

function attributes() {
  return { httpOnly: true, sameSite: "lax", secure: areCookiesSecure(), path: "/" } as const;
}

/**
 * The learner that this request's guest cookie proves, or null. Over HTTPS a cookie without the prefix may come from a
 * neighbouring host, with a guest of its choice. It is believed of a guest who began before there was the prefix only.
 */
export async function guestLearnerId(): Promise<string | null> {
  const [jar, secret] = [await cookies(), authSecret(environment())];
  const learnerId = verifyGuest(jar.get(nameOfCookie())?.value, secret);
  if (learnerId !== null || !areCookiesSecure()) return learnerId;
  const earlier = verifyGuest(jar.get(plain)?.value, secret);
  return earlier !== null && (await beganBeforeGuard(database(), earlier)) ? earlier : null;
}

/** Remembers a guest on this device. Only in actions and route handlers: pages cannot set cookies. */
export async function rememberGuest(learnerId: string): Promise<void> {
  const value = signGuest(learnerId, authSecret(environment()));
  (await cookies()).set(nameOfCookie(), value, { ...attributes(), maxAge: maxAgeSeconds });
}

/** Forgets the guest, once their attempts belong to an account. */
export async function forgetGuest(): Promise<void> {
  const jar = await cookies();
  jar.delete(plain);
  // Without its attributes a browser would not take the end of this one.
  if (areCookiesSecure()) jar.set(guarded, "", { ...attributes(), maxAge: 0 });
}
