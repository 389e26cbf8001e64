import type { Database } from "#lib/db/database";
import { countStuck } from "#lib/metrics/stuck-attempts";

/** The doctor's sentence about overdue exams that are not submitted yet; null when there are none. */
export async function overdueExams(db: Database, now: Date): Promise<string | null> {
  const stuck = await countStuck(db, now);
  if (stuck === 0) return null;
  const exams = stuck === 1 ? "1 exam is" : `${stuck} exams are`;
  return `${exams} more than five minutes past the deadline and not submitted: start Mockdown if it is stopped; otherwise the log says why, in lines with overdue-attempt-not-finished`;
}
