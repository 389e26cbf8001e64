import type { Words } from "#lib/messages/words";

/** Their own names, which are the same in every language. */
const browsers = [
  ["Edge", /\bEdg/],
  ["Opera", /\bOPR\//],
  ["Firefox", /\bFirefox\/|\bFxiOS\//],
  ["Chrome", /\bChrom(e|ium)\/|\bCriOS\//],
  ["Safari", /\bSafari\//],
] as const;
const systems = [
  ["Android", /\bAndroid\b/],
  ["iPhone", /\biPhone\b/],
  ["iPad", /\biPad\b/],
  ["Windows", /\bWindows\b/],
  ["macOS", /\bMac OS X\b/],
  ["Linux", /\bLinux\b/],
] as const;

/** The names of a browser and of the system it runs on. */
export interface Device {
  readonly browser: string | null;
  readonly system: string | null;
}

/** Enough of a browser's own description for people to recognize their devices; null for what is unknown. */
export function readDevice(userAgent: string | null): Device {
  const text = userAgent ?? "";
  const browser = browsers.find(([, pattern]) => pattern.test(text))?.[0] ?? null;
  const system = systems.find(([, pattern]) => pattern.test(text))?.[0] ?? null;
  return { browser, system };
}

/** A device in words: "Firefox on Linux". */
export function deviceName(t: Words, { browser, system }: Device): string {
  const named = browser ?? t("account.deviceUnknown");
  return system === null ? named : t("account.deviceOn", { browser: named, system });
}
