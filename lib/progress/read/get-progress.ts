import { type AttemptSummary, listAllAttempts } from "#lib/attempts/read/list-attempts";
import type { Viewer } from "#lib/auth/viewer";
import { type Candidate, type ExamOverview, getExam, listCandidates, listExams } from "#lib/bank/read/exams";
import type { Database } from "#lib/db/database";
import type { ScoringRule } from "#lib/exam/kinds/kind";
import { type DomainEvidence, estimateReadiness, type Readiness } from "#lib/exam/readiness";
import { type FirstAnswers, firstAnswers } from "./first-answers.ts";

export interface DomainProgress extends DomainEvidence {
  readonly title: string;
  /** Sum of the points that the first answers earned. */
  readonly earned: number;
  /** How many of the first answers are blanks of finished exams. */
  readonly blanks: number;
  /** How many of them say "I don't know". */
  readonly unknown: number;
}

export interface ExamProgress {
  readonly slug: string;
  readonly title: string;
  readonly passing: number;
  readonly questions: number;
  readonly domains: readonly DomainProgress[];
  readonly readiness: Readiness;
  readonly attempts: readonly AttemptSummary[];
}

/** An exam that was offered once: what was done then stays, but nothing can be said of a bank that is gone. */
export interface RetiredExam {
  readonly slug: string;
  readonly title: string;
  readonly attempts: readonly AttemptSummary[];
}

export interface Progress {
  readonly exams: readonly ExamProgress[];
  readonly retired: readonly RetiredExam[];
}

/** Where the viewer stands in each exam that they have begun. */
export async function getProgress(db: Database, viewer: Viewer): Promise<Progress> {
  const { learnerId } = viewer;
  if (learnerId === null) return { exams: [], retired: [] };
  const [exams, first, attempts] = await Promise.all([
    listExams(db),
    firstAnswers(db, learnerId),
    listAllAttempts(db, learnerId),
  ]);
  const found: ExamProgress[] = [];
  for (const { slug } of exams) {
    const exam = await getExam(db, slug);
    if (exam === null) continue;
    const candidates = await listCandidates(db, slug);
    const past = attempts.filter(({ examSlug }) => examSlug === slug);
    const isBegun = past.length > 0 || candidates.some(({ questionId }) => first.answers.has(questionId));
    if (isBegun) found.push(describeExam(exam, candidates, first, past));
  }
  const offered = new Set(exams.map((exam) => exam.slug));
  const left = attempts.filter(({ examSlug }) => !offered.has(examSlug));
  return { exams: found, retired: await listRetired(db, left) };
}

async function listRetired(db: Database, attempts: readonly AttemptSummary[]): Promise<readonly RetiredExam[]> {
  if (attempts.length === 0) return [];
  const exams = await db.read.exam.findMany({
    where: { slug: { in: attempts.map((attempt) => attempt.examSlug) }, retiredAt: { not: null } },
    select: { slug: true, title: true },
    orderBy: { title: "asc" },
  });
  return exams.map((exam) => ({ ...exam, attempts: attempts.filter(({ examSlug }) => examSlug === exam.slug) }));
}

function describeExam(
  exam: ExamOverview,
  candidates: readonly Candidate[],
  first: FirstAnswers,
  attempts: readonly AttemptSummary[],
): ExamProgress {
  const { slug, title, passing, questions, scoring } = exam;
  const domains = exam.domains.map((domain) => {
    const own = candidates.filter((candidate) => candidate.domain === domain.id);
    return { ...domain, ...evidenceOf(own, first, scoring) };
  });
  const readiness = estimateReadiness(domains, questions, passing);
  return { slug, title, passing, questions, domains, readiness, attempts };
}

/** What the questions of one domain say of the learner, and how many could still say something. */
function evidenceOf(questions: readonly Candidate[], { answers, seen, closed }: FirstAnswers, rule: ScoringRule) {
  const open = questions.filter(({ questionId }) => !closed.has(questionId));
  const own = open.flatMap(({ questionId }) => answers.get(questionId) ?? []);
  return {
    available: questions.length,
    closed: questions.length - open.length,
    unseen: open.filter(({ questionId }) => !seen.has(questionId)).length,
    answers: own.length,
    points: own.reduce((sum, answer) => sum + answer.worth(rule), 0),
    blanks: own.filter(({ given }) => given === "blank").length,
    unknown: own.filter(({ given }) => given === "dont-know").length,
    earned: own.reduce((sum, answer) => sum + answer.points(rule), 0),
  };
}
