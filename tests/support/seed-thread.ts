/**
 * Fills a thread of a database, whose address is in DATABASE_URL: `seed-thread.ts <question> comments <count>`, or
 * `… texts <file.json>` with a JSON list of texts. Each is posted by the real command, mentions @hostile-reader and is
 * reported; the text is its author's name and the reporter's words, too.
 */
import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import { openDatabase } from "#lib/db/database";
import { postComment } from "#lib/discussion/post-comment";
import { reportComment } from "#lib/discussion/report-comment";
import { answer, makeMember } from "./discussion-world.ts";
import { insertComments } from "./insert-comments.ts";

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
else {
  const { member } = await makeMember(db, "Writer", { id: randomUUID() });
  await insertComments(db, { questionId: question.id, revisionId, authorId: member.userId }, Number(value));
}
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
