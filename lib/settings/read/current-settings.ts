import { cookies } from "next/headers";
import { cache } from "react";
import { settingsCookie } from "../cookie.ts";
import { readSettings, type Settings } from "../settings.ts";

/** The settings of the device that sends the current request. */
export const currentSettings = cache(
  async (): Promise<Settings> => readSettings((await cookies()).get(settingsCookie())?.value),
);
