import { createHash } from "node:crypto";
import type { Candidate } from "#lib/bank/read/exams";
import { listCandidates } from "#lib/bank/read/exams";
import { publicTextsOf } from "#lib/bank/read/revisions";
import { whileShown } from "#lib/bank/read/while-shown";
import type { Database } from "#lib/db/database";
import { hashRule } from "../shared-hash.ts";

/** How many wordings are read at once, so that no other request waits long for the database. */
const chunkSize = 250;

/**
 * Identifies the questions of an exam and their wordings: the same seed and hash give the same draw, word for word. It
 * is made only from public parts. A revision's id is a hash that includes the key, so a hash of ids in a link that
 * anyone may have would confirm a guessed key. Calculated once after each sync.
 */
export function bankHash(db: Database, examSlug: string): Promise<string> {
  return whileShown(db, `bank hash ${examSlug}`, async () => {
    const candidates = await listCandidates(db, examSlug);
    const lines: string[] = [];
    for (let start = 0; start < candidates.length; start += chunkSize)
      lines.push(...(await linesOf(db, candidates.slice(start, start + chunkSize))));
    return `${hashRule}${sha256(lines.sort().join("\n")).slice(0, 16)}`;
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
