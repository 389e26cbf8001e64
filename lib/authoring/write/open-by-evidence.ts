import { getExam, listCandidates } from "#lib/bank/read/exams";
import { publicPartsOf, secretPartsOf } from "#lib/bank/read/revisions";
import type { Database } from "#lib/db/database";
import { keyEvidenceOf } from "../key-evidence-of.ts";
import { itemAnswers } from "../read/item-answers.ts";

const columns = {
  revisionId: "text",
  questionId: "text",
  openedAt: "timestamp",
  openedBy: "text",
  reason: "text",
  evidence: "text",
} as const;

/**
 * Opens a dispute for every key of an exam that the blind first answers contradict. A wording that was disputed before
 * is left alone: its verdict stands. Returns how many were opened.
 */
export async function openByEvidence(db: Database, examSlug: string, now: Date): Promise<number> {
  const exam = await getExam(db, examSlug);
  if (exam === null) return 0;
  const candidates = await listCandidates(db, examSlug);
  const revisionIds = candidates.map(({ revisionId }) => revisionId);
  const [parts, secrets] = await Promise.all([
    publicPartsOf(db.read, revisionIds),
    secretPartsOf(db.read, revisionIds),
  ]);
  const answers = await itemAnswers(db, candidates, { parts, secrets }, exam.scoring);
  const evidence = keyEvidenceOf(candidates, { parts, secrets }, answers);
  const found = candidates.flatMap(({ questionId, revisionId }) => {
    const own = evidence.get(questionId);
    return own?.isDisputed ? [{ revisionId, questionId, evidence: JSON.stringify(own) }] : [];
  });
  const rows = found.map((row) => ({ ...row, openedAt: now, openedBy: "answers", reason: "" }));
  return rows.length === 0 ? 0 : db.insertMissing({ table: "Dispute", columns, rows });
}
