/** One day of a calendar. */
export interface CalendarDay {
  /** Such as "2026-12-24". */
  readonly date: string;
  readonly title: string;
  /** The same for the same event however often the calendar is fetched. */
  readonly id: string;
}

/** An iCalendar of whole days (RFC 5545). `madeAt` is when it was made. */
export function toCalendar(days: readonly CalendarDay[], madeAt: Date): string {
  const stamp = `${madeAt.toISOString().replace(/[-:]|\.\d+/g, "")}`;
  const events = days.flatMap(({ date, title, id }) => [
    "BEGIN:VEVENT",
    `UID:${id}@mockdown`,
    `DTSTAMP:${stamp}`,
    `DTSTART;VALUE=DATE:${date.replaceAll("-", "")}`,
    `SUMMARY:${title.replace(/[\\;,]/g, "\\$&").replace(/\r?\n/g, "\\n")}`,
    "TRANSP:TRANSPARENT",
    "END:VEVENT",
  ]);
  const lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Mockdown//Plan//EN", ...events, "END:VCALENDAR"];
  return lines.map((line) => `${fold(line)}\r\n`).join("");
}

/** No line may be longer than 75 bytes: the rest continues on the next line, after a space. */
function fold(line: string): string {
  let folded = "";
  let bytes = 0;
  for (const character of line) {
    const size = new TextEncoder().encode(character).length;
    if (bytes + size > 75) {
      folded += "\r\n ";
      bytes = 1;
    }
    folded += character;
    bytes += size;
  }
  return folded;
}
