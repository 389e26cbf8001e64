import { anyOf } from "#lib/db/any-of";
import type { Database } from "#lib/db/database";
import type { Verdict } from "#lib/exam/dispute";

/** Those of these revisions whose key is disputed now. */
export async function openDisputes(db: Database, revisionIds: readonly string[]): Promise<ReadonlySet<string>> {
  if (revisionIds.length === 0) return new Set();
  const open = await db.read.$queryRaw<{ readonly revisionId: string }[]>`
    SELECT "revisionId" FROM "Dispute"
    WHERE "verdict" IS NULL AND "revisionId" IN ${anyOf(db.provider, "text", revisionIds)}`;
  return new Set(open.map(({ revisionId }) => revisionId));
}

/** A dispute, as shown to viewers who have seen the key. */
export interface ShownDispute {
  /** Null while it is open. */
  readonly verdict: Verdict | null;
  /** Why it was opened or, with a verdict, the reason for the verdict; empty if none was given. */
  readonly reason: string;
}

/** The dispute of the wording that is shown, otherwise the newest dispute of an earlier wording; null if there is none. */
export async function getDispute(db: Database, questionId: string, revisionId: string): Promise<ShownDispute | null> {
  const disputes = await db.read.dispute.findMany({
    where: { questionId },
    select: { revisionId: true, verdict: true, verdictReason: true, reason: true },
    orderBy: { openedAt: "desc" },
  });
  const found = disputes.find((dispute) => dispute.revisionId === revisionId) ?? disputes[0];
  if (found === undefined) return null;
  const verdict = found.verdict as Verdict | null;
  return { verdict, reason: (verdict === null ? found.reason : found.verdictReason) ?? "" };
}
