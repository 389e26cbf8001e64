import { cookies } from "next/headers";
import { authSecret } from "#lib/env/auth-secret";
import { environment } from "#lib/env/current";
import { areCookiesSecure } from "./are-cookies-secure.ts";
import { signGuest, verifyGuest } from "./guest-token.ts";

const name = "mockdown.guest";
const maxAgeSeconds = 400 * 24 * 60 * 60;

/** The learner that this request's guest cookie proves, or null. */
export async function guestLearnerId(): Promise<string | null> {
  const jar = await cookies();
  return verifyGuest(jar.get(name)?.value, authSecret(environment()));
}

/** Remembers a guest on this device. Only in actions and route handlers: pages cannot set cookies. */
export async function rememberGuest(learnerId: string): Promise<void> {
  const jar = await cookies();
  jar.set(name, signGuest(learnerId, authSecret(environment())), {
    httpOnly: true,
    sameSite: "lax",
    secure: areCookiesSecure(),
    path: "/",
    maxAge: maxAgeSeconds,
  });
}

/** Forgets the guest, once their attempts belong to an account. */
export async function forgetGuest(): Promise<void> {
  const jar = await cookies();
  jar.delete(name);
}
