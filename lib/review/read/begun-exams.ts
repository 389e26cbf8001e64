import type { Database } from "#lib/db/database";

/** The exams that a learner has begun, by their slugs, the most recent first. */
export async function begunExams(db: Database, learnerId: string): Promise<readonly string[]> {
  const rows = await db.read.attempt.groupBy({
    by: ["examSlug"],
    where: { learnerId },
    _max: { startedAt: true },
    orderBy: { _max: { startedAt: "desc" } },
  });
  return rows.map(({ examSlug }) => examSlug);
}
