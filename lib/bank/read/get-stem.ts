import type { Database } from "#lib/db/database";
import { readableText } from "#lib/exam/readable-text";
import { findQuestion } from "./exams.ts";
import { publicPartsOf } from "./revisions.ts";

/** What a question asks, as one line of text; null if there is none at this address. */
export async function getStem(db: Database, examSlug: string, name: string): Promise<string | null> {
  const location = await findQuestion(db, examSlug, name);
  if (location === null) return null;
  const part = (await publicPartsOf(db.read, [location.revisionId])).get(location.revisionId);
  return part === undefined ? null : readableText(part.stemHtml);
}
