import { dateFormat, relativeFormat } from "#lib/messages/formatters";
import type { Words } from "#lib/messages/words";

/** What a date is written by. */
type Reader = Pick<Words, "locale" | "timeZone">;

const steps: readonly (readonly [unit: Intl.RelativeTimeFormatUnit, seconds: number])[] = [
  ["year", 31_557_600],
  ["month", 2_629_800],
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
];

/** How long ago `then` was, in the largest whole unit: "now", "40 seconds ago", "7 days ago", "1 month ago". */
export function relativeAge({ locale }: Pick<Reader, "locale">, then: Date, now: Date): string {
  const seconds = Math.max(0, Math.floor((now.getTime() - then.getTime()) / 1000));
  if (seconds < 10) return relativeFormat(locale, { numeric: "auto" }).format(0, "second");
  const [unit, size] = steps.find(([, length]) => seconds >= length) ?? (["second", 1] as const);
  return relativeFormat(locale).format(-Math.floor(seconds / size), unit);
}

/** How long until `then`: "in 9 minutes", "in 3 days". */
export function relativeWait({ locale }: Pick<Reader, "locale">, then: Date, now: Date): string {
  const seconds = (then.getTime() - now.getTime()) / 1000;
  const [unit, size] = steps.find(([, length]) => seconds >= length) ?? (["minute", 60] as const);
  return relativeFormat(locale).format(Math.max(1, Math.round(seconds / size)), unit);
}

const minute = {
  day: "numeric",
  month: "long",
  year: "numeric",
  hour: "numeric",
  minute: "2-digit",
  timeZoneName: "short",
} as const;

/** The time itself, in the reader's time zone: "November 22, 2026 at 1:05 PM UTC". */
export function absoluteTime({ locale, timeZone }: Reader, date: Date): string {
  return dateFormat(locale, { ...minute, timeZone }).format(date);
}

/** The month, for something whose day is unknown, independent of time zones: "March 2026". */
export function monthWords({ locale }: Pick<Reader, "locale">, date: Date): string {
  return dateFormat(locale, { month: "long", year: "numeric", timeZone: "UTC" }).format(date);
}
