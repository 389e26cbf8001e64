import { randomUUID } from "node:crypto";
import type { Database } from "#lib/db/database";
import { jsonRows } from "#lib/db/json-rows";

/**
 * A thread with `count` comments by one person, inserted in bulk, some with votes. Every second one is a reply to the
 * one before, or none is.
 */
export async function insertComments(
  db: Database,
  thread: { readonly questionId: string; readonly revisionId: string; readonly authorId: string },
  count: number,
  { hasReplies = true } = {},
): Promise<void> {
  const ids = Array.from({ length: count }, () => randomUUID());
  const now = Date.now();
  const rows = ids.map((id, i) => {
    const isReply = hasReplies && i % 2 === 1;
    const upvotes = isReply ? 0 : i % 7;
    return {
      id,
      ...thread,
      requestId: id,
      rootId: isReply ? (ids[i - 1] ?? id) : id,
      parentId: isReply ? (ids[i - 1] ?? null) : null,
      depth: isReply ? 1 : 0,
      ordinal: isReply ? 1 : 0,
      replyCount: !hasReplies || isReply || i + 1 === count ? 0 : 1,
      markdown: `Comment ${i}`,
      html: `<p>Comment <strong>${i}</strong> about this question, of a usual length for such a thread.</p>`,
      upvotes,
      score: upvotes / 10,
      createdAt: new Date(now - (count - i) * 60_000),
    };
  });
  const columns = {
    id: "text",
    questionId: "text",
    revisionId: "text",
    authorId: "text",
    requestId: "text",
    rootId: "text",
    parentId: "text",
    depth: "integer",
    ordinal: "integer",
    replyCount: "integer",
    markdown: "text",
    html: "text",
    upvotes: "integer",
    score: "real",
    createdAt: "timestamp",
  } as const;
  await db.write(async (tx) => {
    await tx.$executeRaw`
      INSERT INTO "Comment" ("id", "questionId", "revisionId", "authorId", "requestId", "rootId", "parentId", "depth", "ordinal",
        "replyCount", "childCount", "markdown", "html", "upvotes", "score", "createdAt")
      SELECT rows."id", rows."questionId", rows."revisionId", rows."authorId", rows."requestId", rows."rootId", rows."parentId",
        rows."depth", rows."ordinal", rows."replyCount", rows."replyCount", rows."markdown", rows."html", rows."upvotes",
        rows."score", rows."createdAt"
      FROM ${jsonRows(db.provider, columns, rows)}`;
    await tx.thread.create({
      data: { questionId: thread.questionId, commentCount: count, lastCommentAt: new Date(now) },
    });
  });
}
