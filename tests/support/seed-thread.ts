/**
 * Fills a thread of a database, whose address is in DATABASE_URL: `seed-thread.ts <question> comments <count>`, or
 * `… texts <file.json>` with a JSON list of texts. Each is posted by the real command, mentions @hostile-reader and is
 * reported; the text is its author's name and the reporter's words, too.
 */
import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import { openDatabase } from "#lib/db/database";
import { jsonRows } from "#lib/db/json-rows";
import { postComment } from "#lib/discussion/post-comment";
import { reportComment } from "#lib/discussion/report-comment";
import { answer, makeMember } from "./discussion-world.ts";

const [questionName = "", what = "", value = ""] = process.argv.slice(2);
const db = openDatabase(process.env.DATABASE_URL ?? "");
const found = await db.read.question.findFirst({
  where: { name: questionName },
  select: { id: true, examSlug: true, revisionId: true },
});
if (found === null) throw new Error(`there is no question ${questionName}`);
const question = found;
const revisionId = question.revisionId ?? "";

if (what === "texts") await postTexts(JSON.parse(await readFile(value, "utf8")) as string[]);
else await insertComments(Number(value));
await db.close();

async function postTexts(texts: readonly string[]): Promise<void> {
  for (const [i, text] of texts.entries()) {
    const viewer = await makeMember(db, text.slice(0, 200), { id: randomUUID(), role: "moderator" });
    await answer(db, viewer, question.id, "a", revisionId);
    const { examSlug } = question;
    const request = { db, viewer, examSlug, questionName, requestId: randomUUID(), now: new Date() };
    const result = await postComment({ ...request, markdown: `${text}\n\n@hostile-reader` });
    if (!result.ok && result.error !== "too-deep") throw new Error(`${text}: ${result.error}`);
    // The moderators' page shows fifty.
    if (!result.ok || i % 10 !== 0) continue;
    const reporter = await makeMember(db, text.slice(0, 200), { id: randomUUID() });
    await answer(db, reporter, question.id, "a", revisionId);
    const report = { db, viewer: reporter, commentId: result.value, reason: "other" as const, now: new Date() };
    await reportComment({ ...report, detail: text });
  }
}

/** Comments of one person in bulk: half of them roots, half replies, some with votes. */
async function insertComments(count: number): Promise<void> {
  const viewer = await makeMember(db, "Writer", { id: randomUUID() });
  const ids = Array.from({ length: count }, () => randomUUID());
  const now = Date.now();
  const rows = ids.map((id, i) => {
    const isReply = i % 2 === 1;
    const upvotes = isReply ? 0 : i % 7;
    return {
      id,
      questionId: question.id,
      revisionId,
      authorId: viewer.member.userId,
      requestId: id,
      rootId: isReply ? (ids[i - 1] ?? id) : id,
      parentId: isReply ? (ids[i - 1] ?? null) : null,
      depth: isReply ? 1 : 0,
      ordinal: isReply ? 1 : 0,
      replyCount: isReply || i + 1 === count ? 0 : 1,
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
    await tx.thread.create({ data: { questionId: question.id, commentCount: count, lastCommentAt: new Date(now) } });
  });
}
