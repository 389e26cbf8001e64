import { createHash } from "node:crypto";
import type { Candidate } from "#lib/bank/queries";

/** Names the questions and revisions that a draw is made from. Says nothing about their keys. */
export function bankHash(candidates: readonly Candidate[]): string {
  const lines = candidates.map(({ questionId, revisionId, domain }) => `${questionId} ${revisionId} ${domain}`).sort();
  return createHash("sha256").update(lines.join("\n")).digest("hex").slice(0, 16);
}
