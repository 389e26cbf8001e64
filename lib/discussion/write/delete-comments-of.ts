import type { Database, Tx } from "#lib/db/database";
import { jsonRows } from "#lib/db/json-rows";
import { groupRows } from "#lib/exam/group-rows";
import { lockThread, refreshAnswerVote } from "./answer-votes.ts";

/** How many threads one transaction handles, so that others do not wait long. */
const threadsAtOnce = 10;

/** Deletes every visible comment of an author, as if one by one. If it is killed, the next call continues. */
export async function deleteCommentsOf(db: Database, authorId: string, now: Date): Promise<void> {
  // In the same order everywhere, so that two of these never wait for each other's threads.
  const threads = await db.read.$queryRaw<{ readonly questionId: string }[]>`
    SELECT DISTINCT "questionId" FROM "Comment" WHERE "authorId" = ${authorId} AND "state" = 'shown' ORDER BY "questionId"`;
  for (let start = 0; start < threads.length; start += threadsAtOnce)
    await db.write(async (tx) => {
      for (const { questionId } of threads.slice(start, start + threadsAtOnce))
        await deleteInThread(db, tx, questionId, authorId, now);
    });
}

async function deleteInThread(db: Database, tx: Tx, questionId: string, authorId: string, now: Date): Promise<void> {
  await lockThread(tx, questionId);
  const deleted = await tx.$executeRaw`
    UPDATE "Comment" SET "state" = 'deleted', "deletedAt" = ${now}, "eraseAt" = ${now}
    WHERE "questionId" = ${questionId} AND "authorId" = ${authorId} AND "state" = 'shown'`;
  if (deleted === 0) return;
  await tx.$executeRaw`UPDATE "Thread" SET "commentCount" = "commentCount" - ${deleted} WHERE "questionId" = ${questionId}`;
  await unlistAll(db, tx, questionId);
  await refreshAnswerVote(tx, questionId, authorId);
}

/** What `unlist` does, for a whole thread: from the leaves upwards, one level at a time. */
async function unlistAll(db: Database, tx: Tx, questionId: string): Promise<void> {
  for (;;) {
    const gone = await tx.$queryRaw<{ readonly parentId: string | null }[]>`
      UPDATE "Comment" SET "listed" = FALSE
      WHERE "questionId" = ${questionId} AND "state" = 'deleted' AND "childCount" = 0 AND "listed" = TRUE
      RETURNING "parentId"`;
    const children = groupRows(
      gone.flatMap(({ parentId }) => parentId ?? []),
      (id) => id,
    );
    if (children.size === 0) return;
    const rows = [...children].map(([id, own]) => ({ id, count: own.length }));
    const source = jsonRows(db.provider, { id: "text", count: "integer" }, rows);
    await tx.$executeRaw`
      UPDATE "Comment" SET "childCount" = "childCount" - rows."count" FROM ${source} WHERE "Comment"."id" = rows."id"`;
  }
}
