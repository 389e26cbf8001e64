import { createHash } from "node:crypto";
import type { PublicQuestion } from "#lib/exam/question";

/**
 * The kind of a question, and after a space a hash that changes with everything that a learner sees of it before an
 * answer, and with nothing else. A page sends it with an answer, so that nobody is graded by words that they have not read.
 */
export function shownStamp(part: PublicQuestion): string {
  return `${part.kind} ${createHash("sha256").update(JSON.stringify(part)).digest("base64url").slice(0, 12)}`;
}
