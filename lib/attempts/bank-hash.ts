import { createHash } from "node:crypto";
import type { Candidate } from "#lib/bank/queries";
import { listCandidates } from "#lib/bank/queries";
import { publicTextsOf } from "#lib/bank/revisions";
import { whileShown } from "#lib/bank/while-shown";
import type { Database } from "#lib/db/database";

/** Says by which rule a hash was made. Those of before had none and were made of the ids of revisions. */
const rule = "w1-";
const whole = new RegExp(`^${rule}[0-9a-f]{16}$`);
/** So many wordings are read at once that nobody else waits long for the database. */
const chunkSize = 250;

/**
 * Names the questions of an exam and their wordings: the same seed and hash give the same draw, word for word. Made of
 * public parts alone. The id of a revision is a hash that the key goes into: a hash of ids, which stands in a link that
 * anybody may hold, would confirm a guessed key. Made once after each sync.
 */
export function bankHash(db: Database, examSlug: string): Promise<string> {
  return whileShown(db, `bank hash ${examSlug}`, async () => {
    const candidates = await listCandidates(db, examSlug);
    const lines: string[] = [];
    for (let start = 0; start < candidates.length; start += chunkSize)
      lines.push(...(await linesOf(db, candidates.slice(start, start + chunkSize))));
    return `${rule}${sha256(lines.sort().join("\n")).slice(0, 16)}`;
  });
}

async function linesOf(db: Database, candidates: readonly Candidate[]): Promise<readonly string[]> {
  const texts = await publicTextsOf(
    db.read,
    candidates.map((candidate) => candidate.revisionId),
  );
  return candidates.map(({ questionId, domain, revisionId }) => {
    const text = texts.get(revisionId);
    if (text === undefined) throw new Error(`revision ${revisionId} is not in the database`);
    return `${questionId} ${domain} ${sha256(text)}`;
  });
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

/** The hash as a link may carry it; null for one of before, which depends on keys. */
export function sharedHash(hash: string): string | null {
  return hash.startsWith(rule) ? hash : null;
}

export type BankMatch = "same" | "changed" | "unknown";

/** Whether a link was made for the bank that is shown. A link of before, without a hash, or cut short cannot say. */
export function matchBank(linked: unknown, shown: string): BankMatch {
  if (typeof linked !== "string" || !whole.test(linked)) return "unknown";
  return linked === shown ? "same" : "changed";
}
