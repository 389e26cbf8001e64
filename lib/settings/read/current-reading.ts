import { deviceTimeZone } from "#lib/auth/read/device-time-zone";
import type { ReadAs } from "../write/keep-reader.ts";
import { currentWords } from "./current-words.ts";

/** How whoever sends the current request reads. */
export async function currentReading(): Promise<ReadAs> {
  return { locale: (await currentWords()).locale, timeZone: await deviceTimeZone() };
}
