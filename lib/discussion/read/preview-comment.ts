import { findQuestion } from "#lib/bank/read/exams";
import { publicPartsOf } from "#lib/bank/read/revisions";
import type { Database } from "#lib/db/database";
import type { Result } from "#lib/exam/result";
import { type RenderRefusal, renderComment } from "../render/render-comment.ts";
import { writersLetters } from "../writers-letters.ts";

/** The HTML that a comment on the question would have, with marks where its letters would name options. */
export async function previewComment(
  db: Database,
  preview: {
    readonly exam: string;
    readonly question: string;
    readonly markdown: string;
    /** Option ids in the order of the writer's letters. */
    readonly order: readonly string[];
  },
): Promise<Result<string, RenderRefusal>> {
  const found = await findQuestion(db, preview.exam, preview.question);
  const part = found && (await publicPartsOf(db.read, [found.revisionId])).get(found.revisionId);
  return renderComment(preview.markdown, part ? writersLetters(part, preview.order) : null);
}
