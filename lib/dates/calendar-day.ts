import { dateFormat } from "#lib/messages/formatters";
import type { Words } from "#lib/messages/words";

/** A day of the calendar in words; `date` is YYYY-MM-DD. */
export function calendarDay(
  { locale }: Pick<Words, "locale">,
  date: string,
  options: Pick<Intl.DateTimeFormatOptions, "weekday" | "day" | "month">,
): string {
  return dateFormat(locale, { ...options, timeZone: "UTC" }).format(new Date(date));
}
