/** When a clock runs out, as a line of text: "Ends at 14:05 UTC, 32 minutes left". */
export function endsAtLine(endsAt: Date | null, now: Date): string {
  if (endsAt === null) return "No time limit";
  const minutes = Math.max(0, Math.floor((endsAt.getTime() - now.getTime()) / 60_000));
  const at = endsAt.toISOString().slice(11, 16);
  return `Ends at ${at} UTC, ${minutes} ${minutes === 1 ? "minute" : "minutes"} left`;
}
