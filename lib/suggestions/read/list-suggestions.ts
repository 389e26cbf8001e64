import { questionPageOrder } from "#lib/attempts/question-page-order";
import { standingToServe } from "#lib/attempts/read/standing";
import { recordServedKeys } from "#lib/attempts/write/served-keys";
import { may, type Viewer } from "#lib/auth/viewer";
import { publicPartsOf } from "#lib/bank/read/revisions";
import type { Database } from "#lib/db/database";
import type { ContentPlace } from "#lib/env/content-place";
import { type NoteLetter, noteLetters, orderOfFile } from "#lib/exam/note-letters";
import type { PublicQuestion } from "#lib/exam/question";
import { blobName, hunksOf, takesChange } from "../git-patch.ts";
import { hasReturns, patchMail } from "../patch-mail.ts";
import { patchPlace } from "./patch-place.ts";

export interface ListedSuggestion {
  readonly id: string;
  readonly state: string;
  readonly question: string;
  readonly questionPath: string;
  /** The language of its exam's texts; null if it does not say. */
  readonly language: string | null;
  readonly by: string;
  readonly comment: string;
  /** What the letters in the comment name: the proposer may have seen the options in another order than the file's. */
  readonly letters: readonly NoteLetter[];
  readonly at: Date;
  readonly answer: string;
  readonly wording: number;
  /** Git's hash of the state of the file that it was made from. */
  readonly blob: string;
  /** What it changes; null while this person is taking an exam with the question. */
  readonly hunks: string | null;
  /** Whether the file has changed since so much that the patch no longer fits. */
  readonly isOutdated: boolean;
  /** How its patch is applied once it is accepted. */
  readonly patch: {
    readonly path: string;
    readonly isInRepository: boolean;
    /** Whether the file has Windows line ends, which `git am` would drop. */
    readonly hasReturns: boolean;
  };
  /** Where the file can be edited at its host; null if CONTENT_EDIT_URL is not set. */
  readonly editUrl: string | null;
}

/** Decided suggestions that are still listed. */
const mostDecided = 20;

const select = {
  id: true,
  state: true,
  comment: true,
  createdAt: true,
  answer: true,
  file: true,
  before: true,
  after: true,
  questionId: true,
  proposer: { select: { name: true } },
  revision: { select: { id: true, number: true } },
  question: {
    select: { examSlug: true, name: true, exam: { select: { language: true } }, current: { select: { source: true } } },
  },
} as const;

/** Open suggestions, the longest waiting first, then the most recently decided; null unless the viewer may decide. */
export async function listSuggestions(
  db: Database,
  viewer: Viewer,
  content: ContentPlace,
  now: Date,
): Promise<readonly ListedSuggestion[] | null> {
  if (!may(viewer, "decide-suggestions")) return null;
  const [open, decided] = await Promise.all([
    db.read.suggestion.findMany({ where: { state: "open" }, orderBy: { createdAt: "asc" }, take: 50, select }),
    db.read.suggestion.findMany({
      where: { state: { not: "open" } },
      orderBy: { decidedAt: "desc" },
      take: mostDecided,
      select,
    }),
  ]);
  const rows = [...open, ...decided];
  const readable = await readableQuestions(db, viewer, new Set(rows.map(({ questionId }) => questionId)), now);
  const parts = await publicPartsOf(
    db.read,
    rows.map(({ revision }) => revision.id),
  );
  return rows.map((row) => listed(row, readable.has(row.questionId), lettersOf(row, parts), content));
}

type Row = Awaited<ReturnType<typeof oneSuggestion>> & object;

function oneSuggestion(db: Database, id: string) {
  return db.read.suggestion.findUnique({ where: { id }, select });
}

function lettersOf({ comment, questionId, revision }: Row, parts: ReadonlyMap<string, PublicQuestion>) {
  const part = parts.get(revision.id);
  return part === undefined ? [] : noteLetters(comment, part, questionPageOrder(part, questionId), orderOfFile(part));
}

function listed(
  row: Row,
  isReadable: boolean,
  letters: readonly NoteLetter[],
  content: ContentPlace,
): ListedSuggestion {
  const { question, before, after } = row;
  return {
    id: row.id,
    state: row.state,
    question: `${question.examSlug}/${question.name}`,
    questionPath: `/exams/${question.examSlug}/questions/${question.name}`,
    language: question.exam.language,
    by: row.proposer.name,
    comment: isReadable ? row.comment : "",
    letters: isReadable ? letters : [],
    at: row.createdAt,
    answer: row.answer,
    wording: row.revision.number,
    blob: blobName(before),
    hunks: isReadable ? hunksOf(before, after) : null,
    isOutdated: row.state !== "published" && !takesChange(question.current?.source ?? "", { before, after }),
    patch: { ...patchPlace(content.folder, pathInFolder(row.file, content)), hasReturns: hasReturns(row) },
    editUrl: content.editUrl && editUrl(content.editUrl, pathInFolder(row.file, content)),
  };
}

/** Authors see a key without their own answer, as in a preview, but not while they are taking an exam with it. */
async function readableQuestions(
  db: Database,
  viewer: Viewer,
  ids: ReadonlySet<string>,
  now: Date,
): Promise<ReadonlySet<string>> {
  const readable = new Set<string>();
  for (const id of ids) if (!(await standingToServe(db, viewer, id, now)).inRunningExam) readable.add(id);
  const { learnerId } = viewer;
  if (learnerId !== null && readable.size > 0) await recordServedKeys({ db, learnerId, questionIds: readable, now });
  return readable;
}

/** The path of a question's file within the content folder: with CONTENT_EXAM, that folder is the exam. */
function pathInFolder(file: string, { exam }: ContentPlace): string {
  return exam === null ? file : file.slice(exam.length + 1);
}

function editUrl(base: string, path: string): string {
  return `${base.replace(/\/+$/, "")}/${path.split("/").map(encodeURIComponent).join("/")}`;
}

/** The patch of an accepted suggestion, for authors; otherwise null. */
export async function getPatch(
  db: Database,
  viewer: Viewer,
  id: string,
  content: ContentPlace,
  now: Date,
): Promise<string | null> {
  if (!may(viewer, "decide-suggestions")) return null;
  const row = await oneSuggestion(db, id);
  if (row === null || !["accepted", "published"].includes(row.state)) return null;
  if (!(await readableQuestions(db, viewer, new Set([row.questionId]), now)).has(row.questionId)) return null;
  const { before, after, question, revision, proposer } = row;
  const { path, isInRepository } = patchPlace(content.folder, pathInFolder(row.file, content));
  const name = `${question.examSlug}/${question.name}`;
  const about = { question: name, by: proposer.name, wording: revision.number, at: row.createdAt, isInRepository };
  return patchMail({ path, before, after }, about);
}
