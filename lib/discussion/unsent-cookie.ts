import { cookies } from "next/headers";
import { cookieAttributes, cookieName } from "#lib/auth/are-cookies-secure";
import { packUnsent, type UnsentComment, unpackUnsent } from "./unsent-comment.ts";

/** In seconds: as long as it takes to sign in, with a mail for a new password. */
const maxAge = 30 * 60;
const nameOfCookie = () => cookieName("mockdown.unsent");

/** Stores it on the device while its writer signs in. Only in actions. */
export async function keepUnsent(unsent: UnsentComment): Promise<void> {
  const value = packUnsent(unsent);
  if (value !== null) (await cookies()).set(nameOfCookie(), value, { ...cookieAttributes(), maxAge });
}

/** Once it is posted. Only in actions. */
export async function forgetUnsent(): Promise<void> {
  const jar = await cookies();
  if (jar.has(nameOfCookie())) jar.set(nameOfCookie(), "", { ...cookieAttributes(), maxAge: 0 });
}

/** What this writer wrote at this place, see `placeOf`. */
export async function unsentOf(writerId: string, place: string): Promise<UnsentComment | null> {
  const value = (await cookies()).get(nameOfCookie())?.value;
  const unsent = value === undefined ? null : unpackUnsent(value);
  return unsent?.writerId === writerId && unsent.place === place ? unsent : null;
}
