import { cookies } from "next/headers";
import { cache } from "react";
import { deviceTimeZone } from "#lib/auth/read/device-time-zone";
import { settingsCookie } from "../cookie.ts";
import { readSettings, type Settings } from "../settings.ts";

/** The settings of the device that sends the current request. */
export const currentSettings = cache(async (): Promise<Settings> => {
  const kept = (await cookies()).get(settingsCookie())?.value;
  return readSettings(kept, (await deviceTimeZone()) ?? undefined);
});

/** The time zone chosen in the settings, otherwise the one that the device has reported; null if neither is known. */
export async function statedTimeZone(): Promise<string | null> {
  const isChosen = (await cookies()).has(settingsCookie());
  return isChosen || (await deviceTimeZone()) !== null ? (await currentSettings()).timeZone : null;
}
