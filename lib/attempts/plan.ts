import type { ScoringRule } from "#lib/exam/grading";

export const attemptModes = ["study", "mock", "drill", "question"] as const;
export type AttemptMode = (typeof attemptModes)[number];

/** What was agreed when the attempt was started; a later change of the exam does not change a running attempt. */
export interface AttemptPlan {
  /** When an item's key is shown: after each answer, or when the attempt is finished. */
  readonly reveal: "at-once" | "at-end";
  readonly timeLimitMinutes: number | null;
  /** Cut score in percent. */
  readonly passing: number;
  readonly scoring: ScoringRule;
}
