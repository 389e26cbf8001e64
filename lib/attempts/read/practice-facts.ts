import type { Candidate, ExamOverview } from "#lib/bank/read/exams";
import { hardnessOf } from "#lib/bank/read/hardness";
import type { Database } from "#lib/db/database";
import { blankHistory, levelOf, type PracticeFacts, type QuestionHistory, reasonsOf } from "#lib/exam/practice";
import { weakestDomain } from "#lib/exam/weakest-domain";
import { closedQuestions } from "#lib/review/read/closed-questions";
import { plannedMs } from "../result-view.ts";
import { studyHistory } from "./study-history.ts";

interface FactsRequest {
  readonly learnerId: string | null;
  readonly exam: ExamOverview;
  readonly candidates: readonly Candidate[];
  readonly now: Date;
}

export interface KnownFacts extends PracticeFacts {
  readonly history: QuestionHistory;
}

/**
 * The reasons to practise each question, and how hard it is. A question of an exam in progress has no reason until
 * the exam ends: nothing that is shown may depend on its key. For the same reason the measured level is used only for
 * questions that the learner has answered.
 */
export async function practiceFacts(
  db: Database,
  { learnerId, exam, candidates, now }: FactsRequest,
): Promise<ReadonlyMap<string, KnownFacts>> {
  const history = blankHistory;
  if (learnerId === null)
    return new Map(
      candidates.map(({ questionId, difficulty }) => [
        questionId,
        { reasons: ["unseen"], level: levelOf(difficulty, null), history },
      ]),
    );
  const [histories, closed, hardness] = await Promise.all([
    studyHistory(db, { learnerId, examSlug: exam.slug, until: now }),
    closedQuestions(db, learnerId),
    hardnessOf(db, exam.slug, candidates, exam.scoring, now),
  ]);
  const open = candidates.filter(({ questionId }) => !closed.has(questionId));
  const weakest = weakestOf(exam, open, histories);
  const terms = { now, shareMs: plannedMs(exam.minutes, exam.questions) ?? Number.POSITIVE_INFINITY };
  return new Map(
    candidates.map(({ questionId, revisionId, domain, difficulty }) => {
      if (closed.has(questionId)) return [questionId, { reasons: [], level: levelOf(difficulty, null), history }];
      const own = histories.get(questionId) ?? history;
      const facility = own.answers.length === 0 ? null : (hardness.get(revisionId)?.facility ?? null);
      const reasons = reasonsOf(own, { ...terms, isWeakestDomain: domain === weakest });
      return [questionId, { reasons, level: levelOf(difficulty, facility), history: own }];
    }),
  );
}

/** The id of the domain with the lowest share of correct first answers, by the rule of the result page; null without one. */
function weakestOf(
  { domains }: ExamOverview,
  open: readonly Candidate[],
  histories: ReadonlyMap<string, QuestionHistory>,
): string | null {
  const firsts = open.flatMap(({ questionId, domain }) => {
    const first = histories.get(questionId)?.answers[0];
    return first === undefined ? [] : [{ domain, points: first.points }];
  });
  const judged = domains.map(({ id, weight }) => {
    const own = firsts.filter(({ domain }) => domain === id);
    return { id, weight, answers: own.length, points: own.reduce((sum, { points }) => sum + points, 0) };
  });
  return weakestDomain(judged)?.id ?? null;
}
