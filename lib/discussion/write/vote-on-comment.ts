import { standingToServe } from "#lib/attempts/read/standing";
import type { Member, Viewer } from "#lib/auth/viewer";
import type { Database, Tx } from "#lib/db/database";
import { lockRow } from "#lib/db/lock-row";
import { mayDisclose } from "#lib/exam/disclosure";
import { fail, ok, type Result } from "#lib/exam/result";
import { wilson } from "../wilson.ts";
import { isSuspended } from "./check-limits.ts";

export type VoteRefusal = "sign-in-first" | "no-such-comment" | "own-comment" | "suspended";

/** Sets the viewer's vote on a comment to up (1), down (-1) or none (0). May be repeated. */
export async function voteOnComment(request: {
  readonly db: Database;
  readonly viewer: Viewer;
  readonly commentId: string;
  readonly value: number;
  readonly now: Date;
}): Promise<Result<"voted", VoteRefusal>> {
  const { db, viewer, commentId, now } = request;
  const { member } = viewer;
  if (member === null) return fail("sign-in-first");
  const comment = await db.read.comment.findUnique({
    where: { id: commentId, state: "shown" },
    select: { questionId: true, authorId: true },
  });
  if (comment === null || !mayDisclose(await standingToServe(db, viewer, comment.questionId, now)))
    return fail("no-such-comment");
  if (comment.authorId === member.userId) return fail("own-comment");
  return db.write(async (tx) => {
    // Votes of many people are counted one after another.
    if (!(await lockRow(tx, "comment", commentId))) return fail("no-such-comment");
    if (await suspended(tx, member, now)) return fail("suspended");
    const value = Math.sign(request.value);
    const key = { commentId, userId: member.userId };
    if (value === 0) await tx.ballot.deleteMany({ where: key });
    else
      await tx.ballot.upsert({
        where: { commentId_userId: key },
        create: { ...key, value, castAt: now },
        update: { value, castAt: now },
        select: { value: true },
      });
    const upvotes = await tx.ballot.count({ where: { commentId, value: 1 } });
    const downvotes = await tx.ballot.count({ where: { commentId, value: -1 } });
    const data = { upvotes, downvotes, score: wilson(upvotes, downvotes) };
    await tx.comment.update({ where: { id: commentId }, data, select: { id: true } });
    return ok("voted");
  });
}

async function suspended(tx: Tx, member: Member, now: Date): Promise<boolean> {
  const person = await tx.user.findUnique({ where: { id: member.userId }, select: { suspendedUntil: true } });
  return person === null || isSuspended(person, now);
}
