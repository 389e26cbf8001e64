import { isMissed, type PastAnswer } from "./practice.ts";
import { type Interval, wilsonInterval } from "./wilson-interval.ts";

/** With fewer marked answers, the shares are too uncertain to show. */
export const fewestMarks = 20;

export const confidenceLevels = ["sure", "unsure", "guess"] as const;

export type MarkedAnswer = Pick<PastAnswer, "points" | "confidence">;

/** How often a learner was correct at each level of confidence. */
export interface CalibrationRow {
  readonly confidence: (typeof confidenceLevels)[number];
  readonly answers: number;
  readonly right: number;
  /** The 90% interval, in percent. */
  readonly interval: Interval;
}

/** One row per level, the surest first; null with fewer than 20 marked answers in all. Unused levels are left out. */
export function ownCalibration(answers: readonly MarkedAnswer[]): readonly CalibrationRow[] | null {
  const marked = answers.filter(({ confidence }) => confidence !== null);
  if (marked.length < fewestMarks) return null;
  return confidenceLevels.flatMap((confidence) => {
    const own = marked.filter((answer) => answer.confidence === confidence);
    if (own.length === 0) return [];
    const right = own.filter((answer) => !isMissed(answer)).length;
    return [{ confidence, answers: own.length, right, interval: wilsonInterval(right, own.length) }];
  });
}
