import { isMissed, type PastAnswer } from "./practice.ts";
import { type Interval, wilsonInterval } from "./wilson-interval.ts";

/** With fewer marked answers than this the shares say too little to be shown. */
export const fewestMarks = 20;

export const confidenceLevels = ["sure", "unsure", "guess"] as const;

export type MarkedAnswer = Pick<PastAnswer, "points" | "confidence">;

/** How often a learner was right who had said how sure they are. */
export interface CalibrationRow {
  readonly confidence: (typeof confidenceLevels)[number];
  readonly answers: number;
  readonly right: number;
  /** Percent, at 90 %. */
  readonly interval: Interval;
}

/** A row for each word, the surest first; null with fewer than 20 marked answers in all. Words never used are left out. */
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
