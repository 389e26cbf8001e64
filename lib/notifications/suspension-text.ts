interface Suspension {
  readonly until: Date;
  readonly reason: string;
}

/** What is kept of a suspension for the notification of it: when it ends, as ISO 8601, and why, in its moderator's words. */
export function suspensionText({ until, reason }: Suspension): string {
  return `${until.toISOString()} ${reason}`;
}

export function readSuspension(text: string): Suspension {
  const end = text.indexOf(" ");
  return { until: new Date(text.slice(0, end)), reason: text.slice(end + 1) };
}
