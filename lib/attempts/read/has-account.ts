import { type Sql, sql } from "#lib/db/sql";

/** SQL for whether the learner belongs to an account. */
export function hasAccount(learnerId: string): Sql {
  return sql`EXISTS (SELECT 1 FROM "User" WHERE "User"."learnerId" = ${learnerId})`;
}
