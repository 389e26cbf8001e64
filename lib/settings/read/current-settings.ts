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
