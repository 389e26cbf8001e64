import { secretPartsOf } from "#lib/bank/revisions";
import type { Database } from "#lib/db/database";
import { finalPoints, type ScoringRule } from "#lib/exam/grading";
import type { Answer } from "#lib/exam/question";
import { closedQuestions } from "#lib/review/closed-questions";

/** What a learner answered before they had seen the key, and what it is worth by the key of the wording they saw. */
export interface FirstAnswer {
  readonly questionId: string;
  readonly pointsBy: (rule: ScoringRule) => number;
}

/**
 * The learner's first answers. What was left blank in an exam tells nothing and is left out; so is every question of an
 * exam that is being sat, because what is shown of it would depend on its key.
 */
export async function firstAnswers(db: Database, learnerId: string): Promise<readonly FirstAnswer[]> {
  const [rows, closed] = await Promise.all([
    db.read.disclosure.findMany({
      where: { learnerId, answer: { not: null } },
      select: { questionId: true, revisionId: true, answer: true },
    }),
    closedQuestions(db, learnerId),
  ]);
  const open = rows.filter((row) => !closed.has(row.questionId));
  const secrets = await secretPartsOf(
    db.read,
    open.map((row) => row.revisionId),
  );
  return open.map(({ questionId, revisionId, answer }) => {
    const secret = secrets.get(revisionId);
    if (secret === undefined || answer === null) throw new Error(`revision ${revisionId} has no secret part`);
    const given = JSON.parse(answer) as Answer;
    return { questionId, pointsBy: (rule) => finalPoints(secret.key, given, rule) };
  });
}
