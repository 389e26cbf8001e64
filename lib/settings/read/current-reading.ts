import type { ReadAs } from "../write/keep-reader.ts";
import { statedTimeZone } from "./current-settings.ts";
import { currentLocale } from "./current-words.ts";

/** How whoever sends the current request reads. */
export async function currentReading(): Promise<ReadAs> {
  return { locale: await currentLocale(), timeZone: await statedTimeZone() };
}
