import type { ReadAs } from "../write/keep-reader.ts";
import { statedTimeZone } from "./current-settings.ts";
import { currentLocale } from "./current-words.ts";

/** How the sender of the current request reads. */
export async function currentReading(): Promise<ReadAs> {
  return { locale: await currentLocale(), timeZone: await statedTimeZone() };
}
