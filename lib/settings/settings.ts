import { isTimeZone } from "#lib/exam/local-time";
import { isLanguage, type Language } from "#lib/messages/languages";

export const themes = ["system", "light", "dark", "contrast"] as const;
export type Theme = (typeof themes)[number];

export const textSizes = ["normal", "large", "larger"] as const;
export type TextSize = (typeof textSizes)[number];

/** How pages are shown on one device. */
export interface Settings {
  readonly theme: Theme;
  readonly textSize: TextSize;
  /** An IANA name, such as "Europe/Berlin". */
  readonly timeZone: string;
  /** Null if the browser decides. */
  readonly language: Language | null;
  /** Whether the words around the questions of an exam are in its language, if they are available in it. */
  readonly examsInTheirLanguage: boolean;
}

export const defaultSettings: Settings = {
  theme: "system",
  textSize: "normal",
  timeZone: "UTC",
  language: null,
  examsInTheirLanguage: false,
};

/**
 * The settings in a cookie. Anything missing or unknown gets its default: a cookie may come from anywhere. The default
 * time zone is the device's own, if it has reported one.
 */
export function readSettings(cookie: string | undefined, deviceZone?: string): Settings {
  const fields = new URLSearchParams(cookie);
  const zone = fields.get("zone") ?? deviceZone ?? "";
  const language = fields.get("language");
  return {
    theme: themes.find((theme) => theme === fields.get("theme")) ?? defaultSettings.theme,
    textSize: textSizes.find((size) => size === fields.get("text")) ?? defaultSettings.textSize,
    timeZone: isZoneName(zone) ? zone : defaultSettings.timeZone,
    language: isLanguage(language) ? language : null,
    examsInTheirLanguage: fields.get("exams") === "own",
  };
}

/** The same as the value of a cookie. */
export function writeSettings({ theme, textSize, timeZone, language, examsInTheirLanguage }: Settings): string {
  const exams = examsInTheirLanguage ? "own" : "";
  return new URLSearchParams({ theme, text: textSize, zone: timeZone, language: language ?? "", exams }).toString();
}

/** A name, not an offset such as "+01:00", which does not include summer time. Names change, so lists of them differ. */
function isZoneName(name: string): boolean {
  return /^(UTC|[A-Za-z_]+(\/[A-Za-z0-9_+-]+){1,2})$/.test(name) && isTimeZone(name);
}
