import { type AttemptSummary, listAllAttempts } from "#lib/attempts/read/list-attempts";
import type { Viewer } from "#lib/auth/viewer";
import { largestFirst } from "#lib/bank/largest-first";
import { type Candidate, type ExamOverview, getExam, listCandidates, listExams } from "#lib/bank/read/exams";
import { hardnessOf } from "#lib/bank/read/hardness";
import type { Database } from "#lib/db/database";
import { type CalibrationRow, ownCalibration } from "#lib/exam/own-calibration";
import { estimateReadiness, type Readiness } from "#lib/exam/readiness";
import { type CourseOfStudy, courseOfStudy } from "./course-of-study.ts";
import { type DomainProgress, examEvidence } from "./exam-evidence.ts";
import { type FirstAnswers, firstAnswers } from "./first-answers.ts";
import { forecastFit } from "./forecast-fit.ts";
import { markedAnswers } from "./marked-answers.ts";
import { readinessTrend, type TrendPoint } from "./readiness-trend.ts";

export interface ExamProgress {
  readonly slug: string;
  readonly title: string;
  /** The language of its texts; absent if it does not say. */
  readonly language?: string | undefined;
  readonly passing: number;
  readonly questions: number;
  readonly domains: readonly DomainProgress[];
  readonly readiness: Readiness;
  /** How the readiness has moved; empty if it was not requested. */
  readonly trend: readonly TrendPoint[];
  readonly attempts: readonly AttemptSummary[];
  /** How often the learner was right, by stated confidence; null with too few such answers. */
  readonly calibration: readonly CalibrationRow[] | null;
}

/** An exam that is no longer offered: what was done stays, but nothing can be said about a bank that is gone. */
export interface RetiredExam {
  readonly slug: string;
  readonly title: string;
  readonly language: string | null;
  readonly attempts: readonly AttemptSummary[];
}

export interface Progress {
  readonly exams: readonly ExamProgress[];
  readonly retired: readonly RetiredExam[];
}

/** Where the viewer stands in each exam that they have begun, the largest bank first; with `hasTrend` also how they came there. */
export async function getProgress(
  db: Database,
  viewer: Viewer,
  now: Date,
  { hasTrend = false } = {},
): Promise<Progress> {
  const { learnerId } = viewer;
  if (learnerId === null) return { exams: [], retired: [] };
  const [exams, first, course, attempts] = await Promise.all([
    listExams(db),
    firstAnswers(db, learnerId, now),
    courseOfStudy(db, learnerId),
    listAllAttempts(db, learnerId),
  ]);
  const found: ExamProgress[] = [];
  for (const { slug } of largestFirst(exams)) {
    const exam = await getExam(db, slug);
    if (exam === null) continue;
    const candidates = await listCandidates(db, slug);
    const past = attempts.filter(({ examSlug }) => examSlug === slug);
    const isBegun = past.length > 0 || candidates.some(({ questionId }) => first.answers.has(questionId));
    if (!isBegun) continue;
    const standing = await standingIn(db, exam, candidates, { first, course, hasTrend }, now);
    const calibration = ownCalibration(await markedAnswers(db, learnerId, slug, first.closed));
    found.push({ ...standing, attempts: past, calibration });
  }
  const offered = new Set(exams.map((exam) => exam.slug));
  const left = attempts.filter(({ examSlug }) => !offered.has(examSlug));
  return { exams: found, retired: await listRetired(db, left) };
}

/**
 * Where the viewer stands in one exam on offer, without its attempts; null for a visitor, and if there is no such exam.
 * `counts` decides, by the time of a first answer, whether it counts.
 */
export async function getExamProgress(
  db: Database,
  viewer: Viewer,
  slug: string,
  now: Date,
  counts: (firstAnswer: Date) => boolean = () => true,
): Promise<Standing | null> {
  const { learnerId } = viewer;
  const exam = await getExam(db, slug);
  if (learnerId === null || exam === null) return null;
  const [candidates, first, course] = await Promise.all([
    listCandidates(db, slug),
    firstAnswers(db, learnerId, now),
    courseOfStudy(db, learnerId),
  ]);
  const answers = new Map([...first.answers].filter(([, { at }]) => counts(at)));
  return standingIn(db, exam, candidates, { first: { ...first, answers }, course }, now);
}

type Standing = Omit<ExamProgress, "attempts" | "calibration">;
type Learner = { readonly first: FirstAnswers; readonly course: CourseOfStudy; readonly hasTrend?: boolean };

async function standingIn(
  db: Database,
  exam: ExamOverview,
  candidates: readonly Candidate[],
  learner: Learner,
  now: Date,
): Promise<Standing> {
  const { slug, title, language, passing, questions } = exam;
  const [hardness, fit] = await Promise.all([
    hardnessOf(db, slug, candidates, exam.scoring, now),
    forecastFit(db, slug),
  ]);
  const { hasTrend = false, ...study } = learner;
  const domains = examEvidence(exam, candidates, { ...study, hardness });
  const readiness = estimateReadiness(domains, questions, passing, fit);
  const trend = hasTrend ? readinessTrend({ exam, candidates, ...study, hardness, fit, now }) : [];
  return { slug, title, language, passing, questions, domains, readiness, trend };
}

async function listRetired(db: Database, attempts: readonly AttemptSummary[]): Promise<readonly RetiredExam[]> {
  if (attempts.length === 0) return [];
  const exams = await db.read.exam.findMany({
    where: { slug: { in: attempts.map((attempt) => attempt.examSlug) }, retiredAt: { not: null } },
    select: { slug: true, title: true, language: true },
    orderBy: { title: "asc" },
  });
  return exams.map((exam) => ({ ...exam, attempts: attempts.filter(({ examSlug }) => examSlug === exam.slug) }));
}
