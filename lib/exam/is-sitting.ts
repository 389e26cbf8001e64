/** An answer counts if its learner has been here for at least this long. */
export const fewestSecondsHere = 60;
/** An answer counts if answers in its sitting took at least this long on average. */
export const fewestSecondsPerAnswer = 3;

export interface SittingEvidence {
  readonly mode: string;
  readonly startedAt: Date;
  /** When the answer was committed. */
  readonly endedAt: Date;
  /** How many items of the attempt had been answered by then, including this one. */
  readonly answered: number;
  /** When the learner began, as a guest or with an account. */
  readonly learnerSince: Date;
}

/**
 * Whether an answer came from a sitting, so that it may count in what is shown as the answer of the majority, or from a
 * click. Uses only the server's clock: a device can claim any time. A question's own page does not know
 * when it was opened, so there only the learner's age counts.
 */
export function isSitting({ mode, startedAt, endedAt, answered, learnerSince }: SittingEvidence): boolean {
  const secondsSince = (at: Date) => (endedAt.getTime() - at.getTime()) / 1000;
  if (secondsSince(learnerSince) < fewestSecondsHere) return false;
  return mode === "question" || secondsSince(startedAt) >= fewestSecondsPerAnswer * Math.max(1, answered);
}
