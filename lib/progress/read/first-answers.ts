import { publicPartsOf, secretPartsOf } from "#lib/bank/read/revisions";
import type { Database } from "#lib/db/database";
import { readGiven } from "#lib/exam/json-columns";
import { type JudgedFirst, judgeFirst } from "#lib/exam/judge-first";
import { closedQuestions } from "#lib/review/read/closed-questions";
import { keptBack } from "#lib/review/read/kept-form";

/** A first answer with the moment from which its key could be seen. */
export interface FirstAnswer extends JudgedFirst {
  readonly at: Date;
}

/** A learner's first answers, and which questions can make no further ones. */
export interface FirstAnswers {
  /** By question: what was answered before the key had been seen, and what was left blank in an exam that was sat. */
  readonly answers: ReadonlyMap<string, FirstAnswer>;
  /** Questions that can make no first answer now: the learner may have seen the key, or keeps them back. Without `closed`. */
  readonly seen: ReadonlySet<string>;
  /** Questions of an exam that is being sat. */
  readonly closed: ReadonlySet<string>;
}

interface DisclosedAnswer {
  readonly questionId: string;
  readonly revisionId: string;
  readonly answer: string | null;
  readonly disclosedAt: Date;
}

/**
 * The learner's first answers. A blank in a finished exam counts as an answer without a point, unless nothing at all was
 * answered in that exam: then it was opened, not sat. Every question of an exam that is being sat is left out, because
 * whatever is shown of it would depend on its key.
 */
export async function firstAnswers(db: Database, learnerId: string, now: Date): Promise<FirstAnswers> {
  const [rows, unsat, closed, kept] = await Promise.all([
    // By hand, because the rows of somebody who has studied for long are many.
    db.read.$queryRaw<DisclosedAnswer[]>`
      SELECT "questionId", "revisionId", "answer", "disclosedAt" FROM "Disclosure" WHERE "learnerId" = ${learnerId}`,
    endsOfUnsatExams(db, learnerId),
    closedQuestions(db, learnerId),
    keptBack(db, learnerId, now),
  ]);
  const open = rows.filter((row) => !closed.has(row.questionId));
  const given = open
    .filter((row) => row.answer !== null || !unsat.has(row.disclosedAt.getTime()))
    .map((row) => ({ ...row, answer: readGiven(row.answer) }));
  const revisionIds = given.map((row) => row.revisionId);
  const [questions, secrets] = await Promise.all([
    publicPartsOf(db.read, revisionIds),
    secretPartsOf(db.read, revisionIds),
  ]);
  const answers = given.map(({ questionId, revisionId, answer, disclosedAt }): [string, FirstAnswer] => {
    const [question, secret] = [questions.get(revisionId), secrets.get(revisionId)];
    if (!question || !secret) throw new Error(`revision ${revisionId} has no parts`);
    return [questionId, { ...judgeFirst(answer, question, secret), at: disclosedAt }];
  });
  return { answers: new Map(answers), seen: new Set([...open.map((row) => row.questionId), ...kept]), closed };
}

/** When each exam ended that the learner left without a single answer, in milliseconds since 1970. */
async function endsOfUnsatExams(db: Database, learnerId: string): Promise<ReadonlySet<number>> {
  const attempts = await db.read.attempt.findMany({
    where: { learnerId, reveal: "at-end", finishedAt: { not: null }, items: { none: { answer: { not: null } } } },
    select: { finishedAt: true },
  });
  return new Set(attempts.map(({ finishedAt }) => (finishedAt as Date).getTime()));
}
