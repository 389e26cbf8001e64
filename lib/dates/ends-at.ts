import { dateFormat } from "#lib/messages/formatters";
import type { Words } from "#lib/messages/words";

/** When a clock runs out, as a line of text: "Ends at 2:05 PM UTC, 32 minutes left". */
export function endsAtLine(t: Words, endsAt: Date | null, now: Date): string {
  if (endsAt === null) return t("clock.noLimit");
  const minutes = Math.max(0, Math.floor((endsAt.getTime() - now.getTime()) / 60_000));
  const options = { hour: "numeric", minute: "2-digit", timeZone: t.timeZone, timeZoneName: "short" } as const;
  return t("clock.endsAt", { time: dateFormat(t.locale, options).format(endsAt), minutes });
}
