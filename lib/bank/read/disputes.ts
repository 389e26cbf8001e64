import { anyOf } from "#lib/db/any-of";
import type { Database } from "#lib/db/database";
import type { Verdict } from "#lib/exam/dispute";
import { type NoteLetter, noteLetters, orderOfFile } from "#lib/exam/note-letters";
import { publicPartsOf } from "./revisions.ts";

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
  /** What the letters in the reason name, where they are others to the reader. */
  readonly letters: readonly NoteLetter[];
}

/**
 * The dispute of the wording that is shown, otherwise the newest dispute of an earlier wording; null if there is none.
 * `order`: ids of the options as the reader sees them.
 */
export async function getDispute(
  db: Database,
  questionId: string,
  revisionId: string,
  order: readonly string[],
): Promise<ShownDispute | null> {
  const disputes = await db.read.dispute.findMany({
    where: { questionId },
    select: { revisionId: true, verdict: true, verdictReason: true, reason: true },
    orderBy: { openedAt: "desc" },
  });
  const found = disputes.find((dispute) => dispute.revisionId === revisionId) ?? disputes[0];
  if (found === undefined) return null;
  const verdict = found.verdict as Verdict | null;
  const reason = (verdict === null ? found.reason : found.verdictReason) ?? "";
  const part = (await publicPartsOf(db.read, [found.revisionId])).get(found.revisionId);
  return { verdict, reason, letters: part ? noteLetters(reason, part, orderOfFile(part), order) : [] };
}
