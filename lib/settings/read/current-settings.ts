import { cookies } from "next/headers";
import { cache } from "react";
import { settingsCookie } from "../cookie.ts";
import { readSettings, type Settings } from "../settings.ts";

/** What `components/time-zone.tsx` sets. */
const zoneCookie = "mockdown.zone";

/** The settings of the device that sends the current request. */
export const currentSettings = cache(async (): Promise<Settings> => {
  const jar = await cookies();
  return readSettings(jar.get(settingsCookie())?.value, jar.get(zoneCookie)?.value);
});
