import { parseSetCookieHeader, toCookieOptions } from "better-auth/cookies";
import { cookies } from "next/headers";

/** Gives the browser the cookies that the sign-in library wants it to have. Only in actions and route handlers. */
export async function keepCookies(headers: Headers): Promise<void> {
  const jar = await cookies();
  for (const [name, cookie] of parseSetCookieHeader(headers.get("set-cookie") ?? ""))
    jar.set(name, cookie.value, toCookieOptions(cookie));
}
