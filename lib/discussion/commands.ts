import { randomUUID } from "node:crypto";
import { getStanding } from "#lib/attempts/standing";
import type { Viewer } from "#lib/auth/viewer";
import { findQuestion } from "#lib/bank/queries";
import type { Database } from "#lib/db/database";
import { mayDisclose } from "#lib/exam/disclosure";
import { fail, ok, type Result } from "#lib/exam/result";
import { renderMarkdown, untrustedMarkdown } from "#lib/markdown/render-markdown";

export type PostRefusal = "sign-in-first" | "no-such-question" | "not-yet-disclosed" | "too-deep";

/** Posts a comment and returns its id. The same request again returns the first one's id. */
export async function postComment(request: {
  readonly db: Database;
  readonly viewer: Viewer;
  readonly examSlug: string;
  readonly questionName: string;
  readonly requestId: string;
  readonly markdown: string;
  readonly now: Date;
}): Promise<Result<string, PostRefusal>> {
  const { db, viewer, requestId, markdown, now } = request;
  if (viewer.member === null) return fail("sign-in-first");
  const question = await findQuestion(db, request.examSlug, request.questionName);
  if (question === null) return fail("no-such-question");
  if (!mayDisclose(await getStanding(db, viewer, question.questionId))) return fail("not-yet-disclosed");
  const rendered = renderMarkdown(markdown, untrustedMarkdown);
  if (!rendered.ok) return fail("too-deep");
  const authorId = viewer.member.userId;
  const { questionId, revisionId } = question;
  const data = {
    id: randomUUID(),
    questionId,
    revisionId,
    authorId,
    requestId: `${authorId}/${requestId}`,
    markdown,
    html: rendered.html,
    createdAt: now,
  };
  const comment = await db.write(async (tx) => {
    // Prisma's own upsert looks first and inserts then: two at once would fail on PostgreSQL.
    await tx.$executeRaw`
      INSERT INTO "Comment" ("id", "questionId", "revisionId", "authorId", "requestId", "markdown", "html", "createdAt")
      VALUES (${data.id}, ${questionId}, ${revisionId}, ${authorId}, ${data.requestId}, ${markdown}, ${data.html}, ${now})
      ON CONFLICT ("requestId") DO NOTHING`;
    return tx.comment.findUniqueOrThrow({ where: { requestId: data.requestId }, select: { id: true } });
  });
  return ok(comment.id);
}

/** Deletes the viewer's own comment. Deleting it again is no error. */
export async function deleteComment(request: {
  readonly db: Database;
  readonly viewer: Viewer;
  readonly commentId: string;
  readonly now: Date;
}): Promise<Result<"deleted", "no-such-comment">> {
  const { db, viewer, commentId, now } = request;
  if (viewer.member === null) return fail("no-such-comment");
  const where = { id: commentId, authorId: viewer.member.userId };
  const found = await db.write(async (tx) => {
    await tx.comment.updateMany({ where: { ...where, deletedAt: null }, data: { deletedAt: now } });
    return tx.comment.count({ where });
  });
  return found === 0 ? fail("no-such-comment") : ok("deleted");
}
