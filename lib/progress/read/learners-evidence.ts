import { mintViewer } from "#lib/auth/viewer";
import type { Database } from "#lib/db/database";
import type { LearnerEvidence } from "#lib/exam/fit-prior";
import { fewestAnswers } from "#lib/exam/readiness";
import { getExamProgress } from "./get-progress.ts";

/** The most recent learners: more would take minutes and change no figure. */
const mostLearners = 2_000;

/** What the answers of each learner say about an exam, for learners with enough of them for a forecast. */
export async function learnersEvidence(db: Database, examSlug: string, now: Date): Promise<readonly LearnerEvidence[]> {
  const learners = await db.read.$queryRaw<{ readonly learnerId: string }[]>`
    SELECT d."learnerId" FROM "Disclosure" d JOIN "Question" q ON q."id" = d."questionId"
    WHERE q."examSlug" = ${examSlug} AND q."retiredAt" IS NULL
    GROUP BY d."learnerId" HAVING COUNT(*) >= ${fewestAnswers}
    ORDER BY MIN(d."disclosedAt") DESC, d."learnerId" LIMIT ${mostLearners}`;
  const found: LearnerEvidence[] = [];
  for (const { learnerId } of learners) {
    const standing = await getExamProgress(db, mintViewer(learnerId, null), examSlug, now);
    const domains = standing?.domains.filter(({ weight }) => weight > 0) ?? [];
    const answers = domains.reduce((sum, domain) => sum + domain.answers, 0);
    if (answers >= fewestAnswers) found.push(domains.map(({ answers, points }) => ({ answers, points })));
  }
  return found;
}
