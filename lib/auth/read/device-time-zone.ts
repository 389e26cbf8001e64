import { cookies } from "next/headers";
import { isTimeZone } from "#lib/exam/local-time";
import { zoneCookie } from "../zone-cookie.ts";

/** The time zone that the device of this request has reported (components/time-zone.tsx); null when it has not. */
export async function deviceTimeZone(): Promise<string | null> {
  const stated = (await cookies()).get(zoneCookie())?.value;
  return stated !== undefined && isTimeZone(stated) ? stated : null;
}
