import { ofExam, type ReportedOutcome, readLearnerSettings } from "#lib/auth/learner-settings";
import type { Database } from "#lib/db/database";

/** How the real exams of one learner went, by exam, the newest last. */
export async function ownOutcomes(
  db: Database,
  learnerId: string | null,
): Promise<Readonly<Record<string, readonly ReportedOutcome[]>>> {
  if (learnerId === null) return {};
  const learner = await db.read.learner.findUnique({ where: { id: learnerId }, select: { settings: true } });
  return readLearnerSettings(learner?.settings ?? "{}").outcomes ?? {};
}

/** How the real exam went, for everyone with an account who reported it. */
export async function allOutcomes(db: Database, examSlug: string): Promise<readonly ReportedOutcome[]> {
  const rows = await db.read.$queryRaw<{ readonly settings: string }[]>`
    SELECT l."settings" FROM "Learner" l JOIN "User" u ON u."learnerId" = l."id"
    WHERE l."settings" LIKE '%"outcomes":{"%' ORDER BY l."id"`;
  return rows.flatMap(({ settings }) => ofExam(readLearnerSettings(settings).outcomes, examSlug) ?? []);
}
