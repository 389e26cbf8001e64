import { randomUUID } from "node:crypto";
import type { Viewer } from "#lib/auth/viewer";
import type { Database } from "#lib/db/database";
import { insertAll, type Numbered, threeYears } from "./bulk-rows.ts";
import { makeMember } from "./people.ts";

/** Comments, votes, notifications, edits and muted threads. */
export async function insertTalk(db: Database, viewer: Viewer, questions: readonly Numbered[], now: Date) {
  const authorId = viewer.member?.userId ?? "";
  const other = await makeMember(db, "Otto");
  const at = (i: number) => new Date(now.getTime() - (threeYears.comments - i) * 5 * 60 * 60 * 1000);
  const comment = (author: string, i: number) => {
    const { id: questionId, revisionId } = questions[i % 500] as Numbered;
    const id = randomUUID();
    const text = `Comment ${i} of ${author}`;
    return {
      id,
      questionId,
      revisionId,
      authorId: author,
      requestId: id,
      rootId: id,
      markdown: text,
      html: `<p>${text}</p>`,
      createdAt: at(i),
      childCount: 0,
      depth: 0,
      ordinal: 0,
      replyCount: 0,
      textHash: "",
      state: "shown",
      listed: true,
      official: false,
      upvotes: 0,
      downvotes: 0,
      score: 0,
      optionIds: i % 3 ? null : JSON.stringify([`${(questions[i % 500] as Numbered).name}-one`]),
    };
  };
  const own = Array.from({ length: threeYears.comments }, (_, i) => comment(authorId, i));
  const others = Array.from({ length: threeYears.others }, (_, i) => comment(other.member?.userId ?? "", i));
  const threads = questions.slice(0, 500).map(({ id }) => ({
    questionId: id,
    commentCount: (threeYears.comments + threeYears.others) / 500,
    lastCommentAt: now,
    votes: "[]",
  }));
  await insertAll(db, [
    ["Thread", { questionId: "text", commentCount: "integer", lastCommentAt: "timestamp", votes: "text" }, threads],
    [
      "Comment",
      {
        id: "text",
        questionId: "text",
        revisionId: "text",
        authorId: "text",
        requestId: "text",
        rootId: "text",
        depth: "integer",
        ordinal: "integer",
        replyCount: "integer",
        childCount: "integer",
        markdown: "text",
        html: "text",
        textHash: "text",
        state: "text",
        listed: "boolean",
        official: "boolean",
        upvotes: "integer",
        downvotes: "integer",
        score: "real",
        createdAt: "timestamp",
        optionIds: "text",
      },
      [...own, ...others],
    ],
    [
      "CommentEdit",
      { id: "text", commentId: "text", html: "text", replacedAt: "timestamp" },
      own.map(({ id, html }) => ({ id: randomUUID(), commentId: id, html, replacedAt: now })),
    ],
    [
      "Ballot",
      { commentId: "text", userId: "text", value: "integer", castAt: "timestamp" },
      others.map(({ id }) => ({ commentId: id, userId: authorId, value: 1, castAt: now })),
    ],
    [
      "ThreadMute",
      { questionId: "text", userId: "text" },
      questions.slice(0, 500).map(({ id }) => ({ questionId: id, userId: authorId })),
    ],
    [
      "Notification",
      {
        id: "text",
        userId: "text",
        kind: "text",
        questionId: "text",
        commentId: "text",
        text: "text",
        cause: "text",
        createdAt: "timestamp",
      },
      others.map(({ id, questionId }) => ({
        id: randomUUID(),
        userId: authorId,
        kind: "reply",
        questionId,
        commentId: id,
        text: "Otto",
        cause: `comment/${id}/${authorId}`,
        createdAt: now,
      })),
    ],
  ]);
}
