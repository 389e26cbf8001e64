import { may, type Viewer } from "#lib/auth/viewer";
import type { Database } from "#lib/db/database";
import type { Verdict } from "#lib/exam/dispute";
import type { KeyEvidence } from "#lib/exam/disputed-key";
import { isObject, readColumn } from "#lib/exam/json-columns";
import { closedQuestions } from "#lib/review/read/closed-questions";

export interface DisputeRow {
  readonly name: string;
  readonly openedAt: Date;
  /** What an author wrote; null when the answers opened it. */
  readonly reason: string | null;
  /** What the answers said when they opened it. Which option speaks for itself stands in the item statistics. */
  readonly evidence: Pick<KeyEvidence, "answers" | "strength"> | null;
  /** Null while it is open. */
  readonly verdict: Verdict | null;
  readonly verdictReason: string;
}

function readEvidence(json: string): KeyEvidence {
  return readColumn("evidence", json, (value) => isObject(value) && typeof value.strength === "number");
}

/** Settled ones that are still listed. */
const mostSettled = 20;

/** The disputes of an exam's keys, open ones first and of those the oldest. Null unless the viewer may see statistics. */
export async function listDisputes(
  db: Database,
  viewer: Viewer,
  examSlug: string,
): Promise<readonly DisputeRow[] | null> {
  const { learnerId } = viewer;
  if (!may(viewer, "see-statistics") || learnerId === null) return null;
  const closed = await closedQuestions(db, learnerId);
  const questions = await db.read.question.findMany({ where: { examSlug }, select: { id: true, name: true } });
  const names = new Map(questions.map(({ id, name }) => [id, name]));
  const all = await db.read.dispute.findMany({ orderBy: { openedAt: "asc" } });
  const rows = all.flatMap((dispute): DisputeRow[] => {
    const name = names.get(dispute.questionId);
    if (name === undefined || closed.has(dispute.questionId)) return [];
    const evidence = dispute.evidence === null ? null : readEvidence(dispute.evidence);
    return [
      {
        name,
        openedAt: dispute.openedAt,
        reason: dispute.openedBy === "answers" ? null : dispute.reason,
        evidence: evidence === null ? null : { answers: evidence.answers, strength: evidence.strength },
        verdict: dispute.verdict as Verdict | null,
        verdictReason: dispute.verdictReason ?? "",
      },
    ];
  });
  const settled = rows.filter(({ verdict }) => verdict !== null);
  return [...rows.filter(({ verdict }) => verdict === null), ...settled.slice(-mostSettled).reverse()];
}
