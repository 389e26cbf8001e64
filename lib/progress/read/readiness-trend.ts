import type { Candidate, ExamOverview } from "#lib/bank/read/exams";
import type { Hardness } from "#lib/bank/read/hardness";
import { estimateReadiness, type ForecastFit, type Readiness } from "#lib/exam/readiness";
import type { CourseOfStudy } from "./course-of-study.ts";
import { examEvidence } from "./exam-evidence.ts";
import type { FirstAnswers } from "./first-answers.ts";

/** The estimate of readiness from the answers until a moment. */
export type TrendPoint = Extract<Readiness, { readonly state: "estimated" }> & { readonly at: Date };

interface TrendRequest {
  readonly exam: ExamOverview;
  readonly candidates: readonly Candidate[];
  readonly first: FirstAnswers;
  readonly course: CourseOfStudy;
  /** By revision, as it is known now. */
  readonly hardness: ReadonlyMap<string, Hardness>;
  readonly fit: ForecastFit;
  readonly now: Date;
}

const mostPoints = 12;
const dayMs = 24 * 60 * 60 * 1000;

/**
 * How the estimate has moved, oldest first: at most twelve moments a day or more apart, the last of them now, without
 * those that had no estimate.
 */
export function readinessTrend(request: TrendRequest): readonly TrendPoint[] {
  const { exam, candidates, first, course, hardness, fit, now } = request;
  const own = candidates.flatMap(({ questionId }) => first.answers.get(questionId)?.at.getTime() ?? []);
  const begun = own.reduce((least, time) => Math.min(least, time), now.getTime());
  return momentsOf(begun, now.getTime()).flatMap((time) => {
    const at = new Date(time);
    const answers = new Map([...first.answers].filter(([, answer]) => answer.at.getTime() <= time));
    const study = { first: { ...first, answers }, course: course.until(at), hardness };
    const readiness = estimateReadiness(examEvidence(exam, candidates, study), exam.questions, exam.passing, fit);
    return readiness.state === "estimated" ? [{ ...readiness, at }] : [];
  });
}

/** Evenly spaced moments, from soon after `begun` to `now`, in milliseconds. */
function momentsOf(begun: number, now: number): readonly number[] {
  const step = Math.max(dayMs, (now - begun) / mostPoints);
  const count = Math.min(mostPoints, 1 + Math.floor((now - begun) / step));
  return Array.from({ length: count }, (_, i) => now - (count - 1 - i) * step);
}
