import { cookies } from "next/headers";
import { isTimeZone } from "#lib/exam/local-time";
import { zoneCookie, zoneIn } from "../zone-cookie.ts";

/** The time zone that the device of this request has reported (components/time-zone.tsx); null when it has not. */
export async function deviceTimeZone(): Promise<string | null> {
  const stated = zoneIn((await cookies()).get(zoneCookie())?.value ?? "");
  return isTimeZone(stated) ? stated : null;
}
