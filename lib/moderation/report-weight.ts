const dayMs = 24 * 60 * 60 * 1000;

/** Reports of this weight together hide a comment until a moderator has looked. */
export const weightToHide = 3;

export interface Reporter {
  readonly ageMs: number;
  readonly isVerified: boolean;
  readonly finishedAttempts: number;
}

/**
 * What the reports of these people weigh together. An established account weighs 1. New accounts weigh a quarter each and at
 * most 1 together, because anybody can make many of them.
 */
export function reportWeight(reporters: readonly Reporter[]): number {
  const established = reporters.filter(isEstablished).length;
  return established + Math.min(1, (reporters.length - established) / 4);
}

/** A week old; or a day old, with a verified address or a finished attempt. */
function isEstablished({ ageMs, isVerified, finishedAttempts }: Reporter): boolean {
  return ageMs >= 7 * dayMs || (ageMs >= dayMs && (isVerified || finishedAttempts > 0));
}
