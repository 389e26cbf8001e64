import type { Database } from "#lib/db/database";
import type { CommentEvent } from "../live/announce.ts";

/** A comment is dated before it is committed, possibly by the clock of another machine; in milliseconds. */
const overlapMs = 60_000;
/** A reader who missed more sees the rest with the thread, which is loaded again for the first of them. */
const most = 100;

/** The newest comments on a question that may have been posted since then, oldest first; some may be slightly older. */
export async function commentsSince(db: Database, questionId: string, since: Date): Promise<readonly CommentEvent[]> {
  const rows = await db.read.comment.findMany({
    where: { questionId, state: "shown", createdAt: { gte: new Date(since.getTime() - overlapMs) } },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: most,
    select: { id: true, authorId: true },
  });
  return rows.reverse().map(({ id, authorId }) => ({ questionId, commentId: id, authorId: authorId ?? "" }));
}
