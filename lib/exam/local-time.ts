const dayMs = 24 * 60 * 60 * 1000;

/** A learner's day begins at four in the morning: answers after midnight belong to the evening before. */
const dayStartsAtMs = 4 * 60 * 60 * 1000;

/** Whether the runtime knows a time zone with this name, such as "Europe/Berlin". */
export function isTimeZone(name: string): boolean {
  // A device that has reported none has "", and to have a name refused takes as long as a small page.
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    return formatOf(name) !== undefined;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/** Every time zone to choose from, including `chosen`, which the runtime may list under another name. */
export function timeZonesWith(chosen: string): readonly string[] {
  return [...new Set(["UTC", chosen, ...Intl.supportedValuesOf("timeZone")])];
}

/**
 * A moment whose UTC date is the learner's day, in their time zone, that contains `at`. Throws a RangeError for an unknown
 * time zone.
 */
export function localTime(at: Date, timeZone: string): Date {
  return new Date(wallClock(at, timeZone) - dayStartsAtMs);
}

/** The moment that clocks in UTC show as clocks in `timeZone` show `at`. */
export function asInUtc(at: Date, timeZone: string): Date {
  return new Date(wallClock(at, timeZone));
}

/** The learner's day that contains a moment, in days since 1 January 1970. */
export function localDay(at: Date, timeZone: string): number {
  return Math.floor(localTime(at, timeZone).getTime() / dayMs);
}

/** The day of a date such as "2026-12-24"; null for anything else. */
export function dayOf(date: string): number | null {
  const at = /^\d{4}-\d\d-\d\d$/.test(date) ? new Date(`${date}T00:00:00Z`) : null;
  if (at === null || Number.isNaN(at.getTime())) return null;
  return at.toISOString().startsWith(date) ? at.getTime() / dayMs : null;
}

/** The date of a day, such as "2026-12-24". */
export function dateOf(day: number): string {
  return new Date(day * dayMs).toISOString().slice(0, 10);
}

/** What the clock on the learner's wall shows, in milliseconds as if it showed UTC. */
function wallClock(at: Date, timeZone: string): number {
  // Formatting takes a hundred times as long, and plans and fits count millions of days.
  if (timeZone === "UTC") return Math.floor(at.getTime() / 1000) * 1000;
  const parts = Object.fromEntries(
    formatOf(timeZone)
      .formatToParts(at)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const { year, month, day, hour, minute, second } = parts as Record<string, number>;
  return Date.UTC(year as number, (month as number) - 1, day, hour, minute, second);
}

const formats = new Map<string, Intl.DateTimeFormat>();
/** Devices name their zones, in whatever mixture of cases. */
const mostFormats = 1_000;

function formatOf(timeZone: string): Intl.DateTimeFormat {
  let format = formats.get(timeZone);
  if (format === undefined) {
    const numeric = "numeric";
    format = new Intl.DateTimeFormat("en-u-ca-gregory-nu-latn", {
      timeZone,
      hourCycle: "h23",
      year: numeric,
      month: numeric,
      day: numeric,
      hour: numeric,
      minute: numeric,
      second: numeric,
    });
    if (formats.size >= mostFormats) formats.clear();
    formats.set(timeZone, format);
  }
  return format;
}
