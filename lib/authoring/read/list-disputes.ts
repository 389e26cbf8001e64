import { may, type Viewer } from "#lib/auth/viewer";
import type { Database } from "#lib/db/database";
import { type Sql, sql } from "#lib/db/sql";
import type { Verdict } from "#lib/exam/dispute";
import type { KeyEvidence } from "#lib/exam/disputed-key";
import { isObject, readColumn } from "#lib/exam/json-columns";
import { closedQuestions } from "#lib/review/read/closed-questions";

export interface DisputeRow {
  readonly name: string;
  readonly openedAt: Date;
  /** What an author wrote; null when the answers opened it. */
  readonly reason: string | null;
  /** What the answers said when they opened it. Which option speaks for itself is in the item statistics. */
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

/** The disputes of an exam's keys, open ones first and of those the oldest, then the newest verdicts. Null unless the viewer may see statistics. */
export async function listDisputes(
  db: Database,
  viewer: Viewer,
  examSlug: string,
): Promise<readonly DisputeRow[] | null> {
  const { learnerId } = viewer;
  if (!may(viewer, "see-statistics") || learnerId === null) return null;
  const [open, settled, closed] = await Promise.all([
    db.read.$queryRaw<KeptRow[]>`${ofExam(examSlug)} AND d."verdict" IS NULL ORDER BY d."openedAt", d."revisionId"`,
    db.read.$queryRaw<KeptRow[]>`
      ${ofExam(examSlug)} AND d."verdict" IS NOT NULL
      ORDER BY d."settledAt" DESC, d."revisionId" LIMIT ${mostSettled}`,
    closedQuestions(db, learnerId),
  ]);
  return [...open, ...settled].filter(({ questionId }) => !closed.has(questionId)).map(toRow);
}

interface KeptRow {
  readonly questionId: string;
  readonly name: string;
  readonly openedAt: Date;
  readonly openedBy: string;
  readonly reason: string;
  readonly evidence: string | null;
  readonly verdict: Verdict | null;
  readonly verdictReason: string | null;
}

function ofExam(examSlug: string): Sql {
  return sql`
    SELECT d."questionId", q."name", d."openedAt", d."openedBy", d."reason", d."evidence", d."verdict", d."verdictReason"
    FROM "Dispute" d JOIN "Question" q ON q."id" = d."questionId" WHERE q."examSlug" = ${examSlug}`;
}

function toRow({ name, openedAt, openedBy, reason, evidence: kept, verdict, verdictReason }: KeptRow): DisputeRow {
  const evidence = kept === null ? null : readEvidence(kept);
  return {
    name,
    openedAt,
    reason: openedBy === "answers" ? null : reason,
    evidence: evidence === null ? null : { answers: evidence.answers, strength: evidence.strength },
    verdict,
    verdictReason: verdictReason ?? "",
  };
}
