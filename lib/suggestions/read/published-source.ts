import { questionPageOrder } from "#lib/attempts/question-page-order";
import { standingToServe } from "#lib/attempts/read/standing";
import type { Viewer } from "#lib/auth/viewer";
import { findQuestion } from "#lib/bank/read/exams";
import { publicPartsOf } from "#lib/bank/read/revisions";
import type { Database } from "#lib/db/database";
import { mayDisclose } from "#lib/exam/disclosure";
import type { PublicQuestion } from "#lib/exam/question";
import { fail, ok, type Result } from "#lib/exam/result";

/** The file of a question as it is published, for somebody who was shown its key. */
export interface PublishedSource {
  readonly questionId: string;
  readonly revisionId: string;
  readonly file: string;
  readonly raw: string;
  /** The ids of the options as this person sees them on the question's own page. */
  readonly order: readonly string[];
}

export type SourceRefusal = "not-disclosed" | "no-source";

/** `no-source`: no sync of this release has read the question yet, or it is no longer asked. */
export async function publishedSource(
  db: Database,
  viewer: Viewer,
  place: { readonly examSlug: string; readonly questionName: string },
  now: Date,
): Promise<Result<PublishedSource, SourceRefusal>> {
  const found = await findQuestion(db, place.examSlug, place.questionName);
  if (found === null || !mayDisclose(await standingToServe(db, viewer, found.questionId, now)))
    return fail("not-disclosed");
  const { questionId, revisionId, retired } = found;
  const kept = await db.read.revision.findUnique({ where: { id: revisionId }, select: { file: true, source: true } });
  if (retired || !kept?.file || kept.source === null) return fail("no-source");
  const part = (await publicPartsOf(db.read, [revisionId])).get(revisionId) as PublicQuestion;
  const order = questionPageOrder(part, questionId);
  return ok({ questionId, revisionId, file: kept.file, raw: kept.source, order });
}
