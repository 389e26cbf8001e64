import type { Tx } from "#lib/db/database";
import { lockRow } from "#lib/db/lock-row";

/** What is stored with a thread: numbers of people by wording and by answer. */
export interface KeptVotes {
  readonly revisionId: string;
  readonly optionIds: string;
  readonly people: number;
}

/** Locks the thread's row for this transaction, and creates it at its first comment. Every write to a thread begins here. */
export async function lockThread(tx: Tx, questionId: string) {
  // Prisma's own upsert reads first and inserts afterwards: two at once would fail on PostgreSQL.
  await tx.$executeRaw`INSERT INTO "Thread" ("questionId") VALUES (${questionId}) ON CONFLICT ("questionId") DO NOTHING`;
  await lockRow(tx, "thread", questionId);
  const select = { lastCommentAt: true, lockedAt: true, pinnedId: true } as const;
  return tx.thread.findUniqueOrThrow({ where: { questionId }, select });
}

/** After a person's comments have changed: their vote is the answer of their newest comment that shows one. */
export async function refreshAnswerVote(tx: Tx, questionId: string, userId: string): Promise<void> {
  const newest = await tx.comment.findFirst({
    where: { questionId, authorId: userId, state: "shown", optionIds: { not: null } },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    select: { id: true, revisionId: true, optionIds: true },
  });
  await tx.answerVote.deleteMany({ where: { questionId, userId } });
  if (newest !== null) {
    const { id: commentId, revisionId, optionIds } = newest;
    await tx.answerVote.create({
      data: { questionId, userId, revisionId, optionIds: optionIds as string, commentId },
      select: { userId: true },
    });
  }
  const groups = await tx.answerVote.groupBy({
    by: ["revisionId", "optionIds"],
    where: { questionId },
    _count: { _all: true },
    orderBy: [{ revisionId: "asc" }, { optionIds: "asc" }],
  });
  const votes: KeptVotes[] = groups.map(({ revisionId, optionIds, _count }) => ({
    revisionId,
    optionIds,
    people: _count._all,
  }));
  await tx.thread.update({
    where: { questionId },
    data: { votes: JSON.stringify(votes) },
    select: { questionId: true },
  });
}
