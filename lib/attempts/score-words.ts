import { type Score, shownPercent } from "#lib/exam/scoring";
import type { Words } from "#lib/messages/words";
import type { OtherScores } from "./read/other-scores.ts";

/** The score that decides: while keys are disputed, the one without them. */
export function decidingScore(graded: Score, { withoutDisputed }: OtherScores): Score {
  return withoutDisputed ?? graded;
}

/** How doubt about keys affects the score. */
export function disputeSentence(t: Words, graded: Score, withoutDisputed: Score): string {
  return t("result.disputed", {
    count: graded.items - withoutDisputed.items,
    score: shownPercent(graded.percent, graded.passing) / 100,
    passed: graded.passed ? "yes" : "no",
  });
}

/** What the score would be with today's keys. */
export function todaySentence(t: Words, graded: Score, today: Score): string {
  return t("result.today", {
    before: shownPercent(graded.percent, graded.passing) / 100,
    beforePassed: graded.passed ? "yes" : "no",
    now: shownPercent(today.percent, today.passing) / 100,
    nowPassed: today.passed ? "yes" : "no",
  });
}
