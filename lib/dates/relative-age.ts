const format = new Intl.RelativeTimeFormat("en", { numeric: "always" });

const steps: readonly (readonly [unit: Intl.RelativeTimeFormatUnit, seconds: number])[] = [
  ["year", 31_557_600],
  ["month", 2_629_800],
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
];

/** How long ago `then` was, in the largest whole unit: "now", "40 seconds ago", "7 days ago", "1 month ago". */
export function relativeAge(then: Date, now: Date): string {
  const seconds = Math.max(0, Math.floor((now.getTime() - then.getTime()) / 1000));
  if (seconds < 10) return "now";
  const [unit, size] = steps.find(([, length]) => seconds >= length) ?? (["second", 1] as const);
  return format.format(-Math.floor(seconds / size), unit);
}

/** How long until `then`: "in 9 minutes", "in 3 days". */
export function relativeWait(then: Date, now: Date): string {
  const seconds = (then.getTime() - now.getTime()) / 1000;
  const [unit, size] = steps.find(([, length]) => seconds >= length) ?? (["minute", 60] as const);
  return format.format(Math.max(1, Math.round(seconds / size)), unit);
}

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat("en-GB", {
    day: "numeric",
    month: "long",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    timeZone,
    timeZoneName: "short",
  });
  formats.set(timeZone, made);
  return made;
}

/** The moment itself, in a time zone by its IANA name: "22 November 2026 at 13:05 UTC". */
export function absoluteTime(date: Date, timeZone = "UTC"): string {
  return formatOf(timeZone).format(date);
}
