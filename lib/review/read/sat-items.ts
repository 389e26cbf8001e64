import { type Sql, sql } from "#lib/db/sql";
import { oldestOpenDeadline } from "#lib/exam/timing";

// The rule which questions a learner's exams keep closed, for every statement that asks. In each of them "a" is an attempt
// of the learner and "i" one of its items.

/** The exam is in progress, and nothing of it is shown before its end. */
export const isSat: Sql = sql`a."finishedAt" IS NULL AND a."reveal" = 'at-end'`;

/** Its deadline ended the exam, and an answer that was given in time still counts until the key of the item is served. */
export function takesLateAnswer(now: Date): Sql {
  return sql`a."finishedBy" = 'deadline' AND a."reveal" = 'at-end' AND a."deadlineAt" >= ${oldestOpenDeadline(now)}
    AND i."keyServedAt" IS NULL`;
}
