import { publicPartsOf, secretPartsOf } from "#lib/bank/read/revisions";
import type { Database } from "#lib/db/database";
import { readGiven } from "#lib/exam/json-columns";
import type { Answer, PublicQuestion, Secret } from "#lib/exam/question";
import { closedQuestions } from "#lib/review/read/closed-questions";
import { keptBack } from "#lib/review/read/kept-form";

/** A first answer with the wording that it was given to. */
export interface FirstAnswer {
  /** Null for a blank in an exam that was taken. */
  readonly answer: Answer | null;
  readonly question: PublicQuestion;
  readonly secret: Secret;
  /** The moment from which its key could be seen. */
  readonly at: Date;
}

/** A learner's first answers, and which questions can no longer have one. */
export interface FirstAnswers {
  /** For each question: what was answered before the key was seen, or left blank in an exam that was taken. */
  readonly answers: ReadonlyMap<string, FirstAnswer>;
  /**
   * Questions that cannot have a first answer now: the learner may have seen the key, or has set them aside. Without
   * `closed`.
   */
  readonly seen: ReadonlySet<string>;
  /** Questions of an exam in progress. */
  readonly closed: ReadonlySet<string>;
}

interface DisclosedAnswer {
  readonly questionId: string;
  readonly revisionId: string;
  readonly answer: string | null;
  readonly disclosedAt: Date;
}

/**
 * The learner's first answers. A blank in a finished exam counts as an answer without a point, unless nothing at all
 * was answered in that exam: then it was opened but not taken. Every question of an exam in progress is left out,
 * because anything shown about it would depend on its key.
 */
export async function firstAnswers(db: Database, learnerId: string, now: Date): Promise<FirstAnswers> {
  const [rows, unsat, closed, kept] = await Promise.all([
    // Written by hand, because a learner who has studied for a long time has many rows.
    db.read.$queryRaw<DisclosedAnswer[]>`
      SELECT "questionId", "revisionId", "answer", "disclosedAt" FROM "Disclosure" WHERE "learnerId" = ${learnerId}`,
    endsOfUnsatExams(db, learnerId),
    closedQuestions(db, learnerId),
    keptBack(db, learnerId, now),
  ]);
  const open = rows.filter((row) => !closed.has(row.questionId));
  const given = open.filter((row) => row.answer !== null || !unsat.has(row.disclosedAt.getTime()));
  const revisionIds = given.map((row) => row.revisionId);
  const [questions, secrets] = await Promise.all([
    publicPartsOf(db.read, revisionIds),
    secretPartsOf(db.read, revisionIds),
  ]);
  const answers = new Map<string, FirstAnswer>();
  for (const { questionId, revisionId, answer, disclosedAt } of given) {
    const [question, secret] = [questions.get(revisionId), secrets.get(revisionId)];
    if (!question || !secret) throw new Error(`revision ${revisionId} has no parts`);
    answers.set(questionId, { answer: readGiven(answer), question, secret, at: disclosedAt });
  }
  const seen = new Set(kept);
  for (const { questionId } of open) seen.add(questionId);
  return { answers, seen, closed };
}

/** When each exam ended that the learner left without a single answer, in milliseconds since 1970. */
async function endsOfUnsatExams(db: Database, learnerId: string): Promise<ReadonlySet<number>> {
  const attempts = await db.read.$queryRaw<{ readonly finishedAt: Date }[]>`
    SELECT a."finishedAt" FROM "Attempt" a
    WHERE a."learnerId" = ${learnerId} AND a."reveal" = 'at-end' AND a."finishedAt" IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM "AttemptItem" i WHERE i."attemptId" = a."id" AND i."answer" IS NOT NULL)`;
  return new Set(attempts.map(({ finishedAt }) => finishedAt.getTime()));
}
