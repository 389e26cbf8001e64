import { dateFormat } from "#lib/messages/formatters";
import type { Words } from "#lib/messages/words";

/** A day without its time, and with the year only if it differs from that of `now`: "March 3", "March 3, 2025". */
export function dayWords({ locale, timeZone }: Pick<Words, "locale" | "timeZone">, at: Date, now: Date): string {
  const yearOf = (moment: Date) => dateFormat("en", { year: "numeric", timeZone }).format(moment);
  const day = { day: "numeric", month: "long", timeZone } as const;
  const year = yearOf(at) === yearOf(now) ? {} : ({ year: "numeric" } as const);
  return dateFormat(locale, { ...day, ...year }).format(at);
}
