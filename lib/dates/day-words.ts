/** A day without its time, with the year only where it is not that of `now`: "3 March", "3 March 2025". */
export function dayWords(at: Date, now: Date, timeZone: string): string {
  const yearOf = (moment: Date) => new Intl.DateTimeFormat("en-GB", { year: "numeric", timeZone }).format(moment);
  const format = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", timeZone });
  return yearOf(at) === yearOf(now) ? format.format(at) : `${format.format(at)} ${yearOf(at)}`;
}
