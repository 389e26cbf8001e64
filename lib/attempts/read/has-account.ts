import { type Sql, sql } from "#lib/db/sql";

/** SQL that says whether an account has this learner. */
export function hasAccount(learnerId: string): Sql {
  return sql`EXISTS (SELECT 1 FROM "User" WHERE "User"."learnerId" = ${learnerId})`;
}
