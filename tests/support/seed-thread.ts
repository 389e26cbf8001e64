/**
 * Fills a thread of the database at DATABASE_URL: `seed-thread.ts <question> comments <count>`, or `… texts
 * <file.json>` with a JSON list of texts. Each is posted by the real command, ten of them below every eleventh, and
 * mentions @hostile-reader; the text is also its author's name. Every tenth text is also the text before an edit, a
 * reporter's name and words, a moderator's reason, and an imported comment with its author.
 */
import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import { openDatabase } from "#lib/db/database";
import { editComment } from "#lib/discussion/write/edit-comment";
import { importThread } from "#lib/discussion/write/import-thread";
import { postComment } from "#lib/discussion/write/post-comment";
import { reportComment } from "#lib/discussion/write/report-comment";
import { moderate } from "#lib/moderation/write/moderate";
import { answer, type MemberViewer, makeMember } from "./discussion-world.ts";
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
  let parentId: string | null = null;
  for (const [i, text] of texts.entries()) {
    const viewer = await makeMember(db, text.slice(0, 200), { id: randomUUID(), role: "moderator" });
    await answer(db, viewer, question.id, "a", revisionId);
    const { examSlug } = question;
    const request = { db, viewer, examSlug, questionName, requestId: randomUUID(), now: new Date() };
    if (i % 11 === 0) parentId = null;
    const result: Awaited<ReturnType<typeof postComment>> = await postComment({
      ...request,
      parentId,
      markdown: `${text}\n\n@hostile-reader`,
    });
    if (!result.ok) {
      if (result.error === "too-deep" || result.error === "nothing-to-see") continue;
      throw new Error(`${text}: ${result.error}`);
    }
    parentId ??= result.value;
    if (i % 10 === 0) await putEverywhere(text, viewer, result.value);
  }
}

async function putEverywhere(text: string, author: MemberViewer, commentId: string): Promise<void> {
  const now = new Date();
  const reporter = await makeMember(db, text.slice(0, 200), { id: randomUUID(), role: "moderator" });
  await answer(db, reporter, question.id, "a", revisionId);
  await editComment({ db, viewer: author, commentId, markdown: `Edited: ${text}`, optionIds: [], now });
  await moderate({ db, viewer: reporter, commentId, act: "mark", reason: text.slice(0, 1_000), now });
  await reportComment({ db, viewer: reporter, commentId, reason: "other", detail: text, now });
  const line = { question: questionName, author: text.trim().slice(0, 80), body: text, at: "2026-03-13" };
  const report = await importThread({
    db,
    examSlug: question.examSlug,
    lines: [JSON.stringify(line)],
    now: new Date(),
  });
  if (report.refused.some(({ message }) => !/nested too deeply|holds a NUL/.test(message)))
    throw new Error(JSON.stringify(report));
}
