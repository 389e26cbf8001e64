import type { Viewer } from "#lib/auth/viewer";
import type { Database } from "#lib/db/database";
import { mayDisclose, type Standing } from "#lib/exam/disclosure";
import { isSat, takesLateAnswer } from "#lib/review/read/sat-items";
import { recordServedKeys } from "../write/served-keys.ts";

interface StandingRow {
  readonly answered: number | boolean;
  readonly running: number | boolean;
  readonly unserved: number | boolean;
}

/**
 * What the disclosure rule needs to know about one viewer and one question, for a reply that shows the key, the thread, or
 * anything that follows from them. When the rule allows it, the key counts as served from now on.
 */
export async function standingToServe(db: Database, viewer: Viewer, questionId: string, now: Date): Promise<Standing> {
  const { learnerId } = viewer;
  if (learnerId === null) return { answered: false, inRunningExam: false };
  const row = await readStanding(db, learnerId, questionId, now);
  const standing = { answered: Boolean(row?.answered), inRunningExam: Boolean(row?.running) };
  if (mayDisclose(standing) && row?.unserved)
    await recordServedKeys({ db, learnerId, questionIds: new Set([questionId]), now });
  return standing;
}

/** Whether the viewer has committed an answer to a question. */
export async function hasAnswered(db: Database, viewer: Viewer, questionId: string): Promise<boolean> {
  const { learnerId } = viewer;
  return learnerId !== null && (await db.read.disclosure.count({ where: { learnerId, questionId } })) > 0;
}

/**
 * The order of the joins and the casts keep SQLite from starting with the question's items, one for every attempt that
 * ever drew it. It starts with the learner's attempts and reads the items of the few that matter.
 */
async function readStanding(db: Database, learnerId: string, questionId: string, now: Date) {
  const [row] = await db.read.$queryRaw<StandingRow[]>`
    SELECT
      EXISTS (
        SELECT 1 FROM "Disclosure" d WHERE d."learnerId" = ${learnerId} AND d."questionId" = ${questionId}
      ) AS "answered",
      EXISTS (
        SELECT 1 FROM "Attempt" a CROSS JOIN "AttemptItem" i
        WHERE a."learnerId" = ${learnerId} AND ${isSat}
          AND i."attemptId" = a."id" AND CAST(i."questionId" AS TEXT) = ${questionId}
      ) AS "running",
      EXISTS (
        SELECT 1 FROM "Attempt" a CROSS JOIN "AttemptItem" i
        WHERE a."learnerId" = ${learnerId} AND ${takesLateAnswer(now)}
          AND i."attemptId" = a."id" AND CAST(i."questionId" AS TEXT) = ${questionId}
      ) AS "unserved"`;
  return row;
}
