import { createHash, randomUUID } from "node:crypto";
import { publicPartsOf } from "#lib/bank/read/revisions";
import type { Database, Tx } from "#lib/db/database";
import { orderOfFile } from "#lib/exam/note-letters";
import type { PublicQuestion } from "#lib/exam/question";
import { carriedAnswer } from "../carried-answer.ts";
import { type ImportedLine, readImportedLine } from "../imported-line.ts";
import { renderInThread } from "../render/render-in-thread.ts";
import { writersLetters } from "../writers-letters.ts";
import { lockThread } from "./answer-votes.ts";
import { textHashOf } from "./check-limits.ts";
import { placeBelow } from "./post-comment.ts";

export interface ImportNote {
  /** 1-based. */
  readonly line: number;
  readonly message: string;
}

export interface ImportReport {
  readonly imported: number;
  readonly alreadyThere: number;
  readonly refused: readonly ImportNote[];
  /** What was imported with something left out. */
  readonly notes: readonly ImportNote[];
}

/**
 * Imports comments from elsewhere into the threads of an exam, one JSON object per line. Their authors are only names:
 * no account, no vote. A second run with the same lines, captured on any day, adds nothing.
 */
export async function importThread(request: {
  readonly db: Database;
  readonly examSlug: string;
  readonly lines: AsyncIterable<string> | Iterable<string>;
  readonly now: Date;
}): Promise<ImportReport> {
  const { db, examSlug, now } = request;
  const report = { imported: 0, alreadyThere: 0, refused: [] as ImportNote[], notes: [] as ImportNote[] };
  let number = 0;
  for await (const text of request.lines) {
    number++;
    if (text.trim() === "") continue;
    const tell = (list: ImportNote[], message: string) => void list.push({ line: number, message });
    const read = readImportedLine(text, now);
    if (!read.ok) {
      tell(report.refused, read.problem);
      continue;
    }
    const outcome = await importOne(db, examSlug, read.comment);
    if (outcome.state === "refused") tell(report.refused, outcome.reason);
    else if (outcome.state === "there") report.alreadyThere++;
    else report.imported++;
    if (outcome.state === "imported") for (const note of outcome.notes) tell(report.notes, note);
  }
  return report;
}

type Outcome =
  | { readonly state: "imported"; readonly notes: readonly string[] }
  | { readonly state: "there" }
  | { readonly state: "refused"; readonly reason: string };

async function importOne(db: Database, examSlug: string, comment: ImportedLine): Promise<Outcome> {
  const question = await db.read.question.findUnique({
    where: { examSlug_name: { examSlug, name: comment.question } },
    select: { id: true, revisionId: true },
  });
  if (question?.revisionId == null)
    return { state: "refused", reason: `question: the exam ${examSlug} has no question ${comment.question}` };
  const { id: questionId, revisionId } = question;
  const part = (await publicPartsOf(db.read, [revisionId])).get(revisionId) as PublicQuestion;
  // A discussion elsewhere names the letters of the file.
  const letters = writersLetters(part, orderOfFile(part));
  const rendered = await renderInThread(comment.body, letters);
  if (!rendered.ok) return { state: "refused", reason: "body: nested too deeply to be shown" };
  const notes: string[] = [];
  const optionIds = optionsNamed(part, comment.answer);
  if (optionIds === null && comment.answer.length > 0)
    notes.push(
      `answer: no option of the question reads ${comment.answer.map((text) => `“${text}”`).join(", ")}; left out`,
    );
  const row = {
    id: randomUUID(),
    questionId,
    revisionId,
    importedName: comment.author,
    importedAge: comment.foundAge,
    requestId: identityOf(questionId, comment),
    markdown: comment.body,
    html: rendered.html,
    textHash: textHashOf(comment.body),
    optionIds,
    letterOrder: letters && JSON.stringify(letters.order),
    createdAt: comment.createdAt,
  };
  const parentIdentity = comment.parent === null ? null : identityOfId(questionId, comment.parent);
  return db.write((tx) => insertImported(tx, row, parentIdentity, notes));
}

interface ImportedRow {
  readonly id: string;
  readonly questionId: string;
  readonly revisionId: string;
  readonly importedName: string;
  readonly importedAge: string;
  readonly requestId: string;
  readonly markdown: string;
  readonly html: string;
  readonly textHash: string;
  readonly optionIds: string | null;
  readonly letterOrder: string | null;
  readonly createdAt: Date;
}

async function insertImported(
  tx: Tx,
  row: ImportedRow,
  parentIdentity: string | null,
  notes: string[],
): Promise<Outcome> {
  const thread = await lockThread(tx, row.questionId);
  const there = await tx.comment.findUnique({ where: { requestId: row.requestId }, select: { id: true } });
  if (there !== null) return { state: "there" };
  const parent = parentIdentity === null ? null : await findByIdentity(tx, parentIdentity);
  if (parentIdentity !== null && parent === null)
    notes.push("parent: not imported before this line; stands on its own");
  const place =
    parent === null ? { rootId: row.id, parentId: null, depth: 0, ordinal: 0 } : await placeBelow(tx, parent);
  await tx.comment.create({ data: { ...row, ...place }, select: { id: true } });
  const { createdAt } = row;
  const lastCommentAt =
    thread.lastCommentAt !== null && thread.lastCommentAt > createdAt ? thread.lastCommentAt : createdAt;
  await tx.thread.update({
    where: { questionId: row.questionId },
    data: { commentCount: { increment: 1 }, lastCommentAt },
    select: { questionId: true },
  });
  return { state: "imported", notes };
}

function findByIdentity(tx: Tx, requestId: string) {
  return tx.comment.findUnique({ where: { requestId }, select: { id: true, rootId: true, depth: true } });
}

/** By its id at the source; without one, by who said what below whom. Never by its age, which differs from day to day. */
function identityOf(questionId: string, { id, author, body, parent, answer }: ImportedLine): string {
  if (id !== null) return identityOfId(questionId, id);
  const said = createHash("sha256")
    .update(JSON.stringify([author, body, parent, answer]))
    .digest("hex");
  return `import/${questionId}/said/${said}`;
}

function identityOfId(questionId: string, id: string): string {
  return `import/${questionId}/id/${id}`;
}

/** Options by their text, ignoring case and white space; null if one is not found or they are not an answer. */
function optionsNamed(part: PublicQuestion, texts: readonly string[]): string | null {
  if (texts.length === 0 || !("options" in part)) return null;
  const plain = (text: string) => text.toLowerCase().replace(/\s+/g, " ").trim();
  const byText = new Map(part.options.map((option) => [plain(option.text), option.id]));
  const ids = texts.map((text) => byText.get(plain(text)) ?? "");
  const answer = carriedAnswer(part, ids);
  return answer === "foreign" ? null : answer;
}
