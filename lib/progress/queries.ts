import type { AttemptMode } from "#lib/attempts/plan";
import type { AttemptSummary } from "#lib/attempts/queries";
import type { Viewer } from "#lib/auth/viewer";
import { type ExamOverview, getExam, listCandidates, listExams } from "#lib/bank/queries";
import type { Database } from "#lib/db/database";
import { type DomainEvidence, estimateReadiness, type Readiness } from "#lib/exam/readiness";
import type { Score } from "#lib/exam/scoring";
import { sealedAttempts } from "#lib/review/sealed-attempts";
import { type FirstAnswer, firstAnswers } from "./first-answers.ts";

export interface DomainProgress extends DomainEvidence {
  readonly title: string;
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

/** Where the viewer stands in each exam that they have begun. */
export async function getProgress(db: Database, viewer: Viewer): Promise<readonly ExamProgress[]> {
  const { learnerId } = viewer;
  if (learnerId === null) return [];
  const [exams, answers, attempts] = await Promise.all([
    listExams(db),
    firstAnswers(db, learnerId),
    attemptsByExam(db, learnerId),
  ]);
  const found: ExamProgress[] = [];
  for (const { slug } of exams) {
    const exam = await getExam(db, slug);
    if (exam === null) continue;
    const domainOf = new Map((await listCandidates(db, slug)).map((one) => [one.questionId, one.domain]));
    const own = answers.filter((answer) => domainOf.has(answer.questionId));
    const past = attempts.get(slug) ?? [];
    if (own.length > 0 || past.length > 0) found.push(describeExam(exam, own, domainOf, past));
  }
  return found;
}

function describeExam(
  exam: ExamOverview,
  answers: readonly FirstAnswer[],
  domainOf: ReadonlyMap<string, string>,
  attempts: readonly AttemptSummary[],
): ExamProgress {
  const { slug, title, passing, questions, available, scoring } = exam;
  const domains = exam.domains.map((domain) => {
    const own = answers.filter((answer) => domainOf.get(answer.questionId) === domain.id);
    const points = own.reduce((sum, answer) => sum + answer.pointsBy(scoring), 0);
    return { ...domain, available: available[domain.id] ?? 0, answers: own.length, points };
  });
  const readiness = estimateReadiness(domains, questions, passing);
  return { slug, title, passing, questions, domains, readiness, attempts };
}

/** The newest attempts, at most 200 in all. */
async function attemptsByExam(
  db: Database,
  learnerId: string,
): Promise<ReadonlyMap<string, readonly AttemptSummary[]>> {
  const [rows, sealed] = await Promise.all([
    db.read.attempt.findMany({
      where: { learnerId, mode: { not: "question" } },
      orderBy: { startedAt: "desc" },
      take: 200,
      select: {
        id: true,
        examSlug: true,
        mode: true,
        startedAt: true,
        deadlineAt: true,
        finishedAt: true,
        score: true,
      },
    }),
    sealedAttempts(db, learnerId),
  ]);
  const byExam = new Map<string, AttemptSummary[]>();
  for (const { examSlug, ...row } of rows) {
    const score = row.score === null || sealed.has(row.id) ? null : (JSON.parse(row.score) as Score);
    const own = byExam.get(examSlug) ?? [];
    own.push({ ...row, mode: row.mode as AttemptMode, score });
    byExam.set(examSlug, own);
  }
  return byExam;
}
