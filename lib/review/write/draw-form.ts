import { randomUUID } from "node:crypto";
import { type ExamOverview, listCandidates } from "#lib/bank/read/exams";
import type { Database } from "#lib/db/database";
import { drawByBlueprint } from "#lib/exam/draw";

/**
 * A whole mock exam, drawn by the blueprint from questions that the learner was never asked and that no attempt in
 * progress contains. Null if too few are left, or if the bank is not twice as large: studying the rest would then teach
 * too little.
 */
export async function drawForm(db: Database, learnerId: string, exam: ExamOverview): Promise<readonly string[] | null> {
  const candidates = await listCandidates(db, exam.slug);
  if (candidates.length < 2 * exam.questions) return null;
  // The order of the join keeps SQLite from starting with the items of all learners.
  const rows = await db.read.$queryRaw<{ readonly questionId: string }[]>`
    SELECT DISTINCT i."questionId" FROM "Attempt" a CROSS JOIN "AttemptItem" i
    WHERE a."learnerId" = ${learnerId} AND a."examSlug" = ${exam.slug} AND i."attemptId" = a."id"
      AND (i."committedAt" IS NOT NULL OR a."reveal" = 'at-end' OR a."finishedAt" IS NULL)`;
  const asked = new Set(rows.map(({ questionId }) => questionId));
  const fresh = candidates.filter(({ questionId }) => !asked.has(questionId));
  const drawn = drawByBlueprint(fresh, exam.domains, exam.questions, randomUUID());
  return drawn.length < exam.questions ? null : drawn.map(({ questionId }) => questionId);
}
