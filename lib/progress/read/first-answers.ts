import { publicPartsOf, secretPartsOf } from "#lib/bank/read/revisions";
import type { Database } from "#lib/db/database";
import { finalPoints } from "#lib/exam/grading";
import type { ScoringRule } from "#lib/exam/kinds/kind";
import { markingNow } from "#lib/exam/marking";
import type { Answer } from "#lib/exam/question";
import { closedQuestions } from "#lib/review/read/closed-questions";

/** What an answer is worth by the key of the wording that the learner saw. */
export type PointsBy = (rule: ScoringRule) => number;

/** A learner's first answers, and which questions can make no further ones. */
export interface FirstAnswers {
  /** By question: what was answered before the key had been seen. */
  readonly answers: ReadonlyMap<string, PointsBy>;
  /** Questions whose key the learner may have seen, those of `closed` aside. */
  readonly seen: ReadonlySet<string>;
  /** Questions of an exam that is being sat. */
  readonly closed: ReadonlySet<string>;
}

/**
 * The learner's first answers. What was left blank in an exam tells nothing and is left out; so is every question of an
 * exam that is being sat, because what is shown of it would depend on its key.
 */
export async function firstAnswers(db: Database, learnerId: string): Promise<FirstAnswers> {
  const [rows, closed] = await Promise.all([
    db.read.disclosure.findMany({
      where: { learnerId },
      select: { questionId: true, revisionId: true, answer: true },
    }),
    closedQuestions(db, learnerId),
  ]);
  const open = rows.filter((row) => !closed.has(row.questionId));
  const given = open.filter((row) => row.answer !== null);
  const revisionIds = given.map((row) => row.revisionId);
  const [questions, secrets] = await Promise.all([
    publicPartsOf(db.read, revisionIds),
    secretPartsOf(db.read, revisionIds),
  ]);
  const answers = given.map(({ questionId, revisionId, answer }) => {
    const [question, secret] = [questions.get(revisionId), secrets.get(revisionId)];
    if (!question || !secret || answer === null) throw new Error(`revision ${revisionId} has no parts`);
    const parsed = JSON.parse(answer) as Answer;
    return [questionId, (rule: ScoringRule) => finalPoints(question, secret.key, parsed, markingNow(rule))] as const;
  });
  return { answers: new Map(answers), seen: new Set(open.map((row) => row.questionId)), closed };
}
