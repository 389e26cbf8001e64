import { standingToServe } from "#lib/attempts/read/standing";
import type { Viewer } from "#lib/auth/viewer";
import type { Database } from "#lib/db/database";
import { mayDisclose } from "#lib/exam/disclosure";
import { fail, ok, type Result } from "#lib/exam/result";

/** Whether the letters in the viewer's own comment stay as they were typed, for every reader. */
export async function keepLetters(request: {
  readonly db: Database;
  readonly viewer: Viewer;
  readonly commentId: string;
  readonly isKept: boolean;
  readonly now: Date;
}): Promise<Result<"set", "no-such-comment">> {
  const { db, viewer, commentId, isKept, now } = request;
  if (viewer.member === null) return fail("no-such-comment");
  const where = { id: commentId, authorId: viewer.member.userId, state: "shown" };
  const found = await db.read.comment.findUnique({ where, select: { questionId: true } });
  if (found === null || !mayDisclose(await standingToServe(db, viewer, found.questionId, now)))
    return fail("no-such-comment");
  const { count } = await db.write((tx) => tx.comment.updateMany({ where, data: { keepsLetters: isKept } }));
  return count === 0 ? fail("no-such-comment") : ok("set");
}
