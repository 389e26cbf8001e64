import { cookies } from "next/headers";
import { authSecret } from "#lib/env/auth-secret";
import { environment } from "#lib/env/current";
import { cookieAttributes, cookieName } from "./are-cookies-secure.ts";
import { readDevice, signDevice } from "./device-token.ts";

const maxAge = 400 * 24 * 60 * 60;

function nameOfCookie(): string {
  return cookieName("mockdown.device");
}

/**
 * The id of the device that sends this request, if it has signed in to the account with this address before; otherwise
 * null.
 */
export async function knownDevice(email: string): Promise<string | null> {
  return readDevice((await cookies()).get(nameOfCookie())?.value, email, authSecret(environment()));
}

/** Remembers that this device signed in to the account. Only in actions and route handlers. */
export async function rememberDevice(email: string): Promise<void> {
  const jar = await cookies();
  const value = signDevice(jar.get(nameOfCookie())?.value, email, authSecret(environment()));
  jar.set(nameOfCookie(), value, { ...cookieAttributes(), maxAge });
}
