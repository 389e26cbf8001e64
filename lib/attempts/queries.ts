import type { Viewer } from "#lib/auth/viewer";
import { publicPartsOf, secretPartsOf } from "#lib/bank/revisions";
import type { Database } from "#lib/db/database";
import { discloseSecret } from "#lib/exam/disclosure";
import { type Entry, foldEntries, type ItemMarks } from "#lib/exam/entries";
import { presentQuestion, presentSecret, type ShownQuestion, type ShownSecret } from "#lib/exam/presentation";
import type { Answer } from "#lib/exam/question";
import type { Score } from "#lib/exam/scoring";
import { isAnswered, itemSeed } from "#lib/exam/selection";
import type { AttemptMode, AttemptPlan } from "./plan.ts";

export interface AttemptHeader {
  readonly id: string;
  readonly examSlug: string;
  readonly examTitle: string;
  readonly mode: AttemptMode;
  readonly plan: AttemptPlan;
  readonly seed: string;
  readonly startedAt: Date;
  readonly deadlineAt: Date | null;
  readonly finishedAt: Date | null;
  readonly finishedBy: string | null;
  readonly score: Score | null;
}

/** An item in the map of questions. */
export interface MapEntry {
  readonly position: number;
  readonly answered: boolean;
  readonly flagged: boolean;
  readonly committed: boolean;
}

export interface ItemView {
  readonly attempt: AttemptHeader;
  readonly position: number;
  readonly question: ShownQuestion;
  readonly marks: ItemMarks;
  readonly map: readonly MapEntry[];
  /** Null until the disclosure rule allows it. */
  readonly secret: ShownSecret | null;
  readonly location: { readonly questionId: string; readonly name: string };
}

const headerSelect = {
  id: true,
  examSlug: true,
  mode: true,
  plan: true,
  seed: true,
  startedAt: true,
  deadlineAt: true,
  finishedAt: true,
  finishedBy: true,
  score: true,
  exam: { select: { title: true } },
} as const;

/** The viewer's own attempt, or null: another's attempt is not there. */
export async function getAttempt(db: Database, viewer: Viewer, attemptId: string): Promise<AttemptHeader | null> {
  if (viewer.learnerId === null) return null;
  const row = await db.read.attempt.findUnique({
    where: { id: attemptId, learnerId: viewer.learnerId },
    select: headerSelect,
  });
  if (row === null) return null;
  const { exam, mode, plan, score, ...rest } = row;
  return {
    ...rest,
    examTitle: exam.title,
    mode: mode as AttemptMode,
    plan: JSON.parse(plan) as AttemptPlan,
    score: score === null ? null : (JSON.parse(score) as Score),
  };
}

/** One item of the viewer's attempt. While it is undisclosed no secret column is read. */
export async function getItem(
  db: Database,
  viewer: Viewer,
  attemptId: string,
  position: number,
): Promise<ItemView | null> {
  const attempt = await getAttempt(db, viewer, attemptId);
  if (attempt === null) return null;
  const rows = await listItems(db, attemptId);
  const row = rows.find((item) => item.position === position);
  if (row === undefined) return null;
  const [view] = await viewItems(db, attempt, [row]);
  const map = rows.map(toMapEntry);
  return { attempt, map, ...(view as Omit<ItemView, "attempt" | "map">) };
}

/** Every item, for the review page: answered or not, flagged or not. */
export async function getReview(db: Database, viewer: Viewer, attemptId: string) {
  const attempt = await getAttempt(db, viewer, attemptId);
  return attempt === null ? null : { attempt, map: (await listItems(db, attemptId)).map(toMapEntry) };
}

/** The finished attempt with every item disclosed; null while it runs. */
export async function getResult(db: Database, viewer: Viewer, attemptId: string) {
  const attempt = await getAttempt(db, viewer, attemptId);
  if (attempt?.score == null) return null;
  const rows = await listItems(db, attemptId);
  const counted = attempt.plan.reveal === "at-end" ? rows : rows.filter((row) => row.committedAt !== null);
  return { attempt, score: attempt.score, items: await viewItems(db, attempt, counted) };
}

type ItemRow = Awaited<ReturnType<typeof listItems>>[number];

async function listItems(db: Database, attemptId: string) {
  const items = await db.read.attemptItem.findMany({
    where: { attemptId },
    orderBy: { position: "asc" },
    select: {
      position: true,
      questionId: true,
      revisionId: true,
      domain: true,
      answer: true,
      points: true,
      committedAt: true,
      lateSync: true,
    },
  });
  const entries = (await db.read.itemEntry.findMany({ where: { attemptId } })) as readonly Entry[];
  return items.map((item) => ({
    ...item,
    marks: foldEntries(entries.filter((entry) => entry.position === item.position)),
  }));
}

function toMapEntry(row: ItemRow): MapEntry {
  const { position, marks, committedAt } = row;
  return {
    position,
    answered: committedAt !== null || isAnswered(marks.answer),
    flagged: marks.flagged,
    committed: committedAt !== null,
  };
}

async function viewItems(db: Database, attempt: AttemptHeader, rows: readonly ItemRow[]) {
  const standing = (row: ItemRow) => ({
    answered: row.committedAt !== null,
    inRunningExam: attempt.plan.reveal === "at-end" && attempt.finishedAt === null,
  });
  const open = rows.filter((row) => standing(row).answered && !standing(row).inRunningExam);
  const [publicParts, secretParts, names] = await Promise.all([
    publicPartsOf(
      db.read,
      rows.map((row) => row.revisionId),
    ),
    secretPartsOf(
      db.read,
      open.map((row) => row.revisionId),
    ),
    namesOf(
      db,
      rows.map((row) => row.questionId),
    ),
  ]);
  return rows.map((row) => {
    const part = publicParts.get(row.revisionId);
    if (part === undefined) throw new Error(`revision ${row.revisionId} has no public part`);
    const question = presentQuestion(part, itemSeed(attempt.seed, row.questionId));
    const order = question.options.map((option) => option.id);
    const secret = secretParts.get(row.revisionId);
    const disclosed = secret === undefined ? null : discloseSecret(secret, standing(row));
    const given = { answer: row.answer === null ? null : (JSON.parse(row.answer) as Answer), points: row.points ?? 0 };
    return {
      position: row.position,
      domain: row.domain,
      lateSync: row.lateSync,
      question,
      marks: row.marks,
      secret: disclosed === null ? null : presentSecret(disclosed, order, given),
      location: { questionId: row.questionId, name: names.get(row.questionId) ?? "" },
    };
  });
}

async function namesOf(db: Database, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await db.read.question.findMany({ where: { id: { in: [...ids] } }, select: { id: true, name: true } });
  return new Map(rows.map((row) => [row.id, row.name]));
}

export interface AttemptSummary {
  readonly id: string;
  readonly mode: AttemptMode;
  readonly startedAt: Date;
  readonly deadlineAt: Date | null;
  readonly finishedAt: Date | null;
  readonly score: Score | null;
}

/** The viewer's attempts at one exam, newest first. */
export async function listAttempts(db: Database, viewer: Viewer, examSlug: string): Promise<readonly AttemptSummary[]> {
  if (viewer.learnerId === null) return [];
  const rows = await db.read.attempt.findMany({
    where: { learnerId: viewer.learnerId, examSlug, mode: { not: "question" } },
    orderBy: { startedAt: "desc" },
    take: 20,
    select: { id: true, mode: true, startedAt: true, deadlineAt: true, finishedAt: true, score: true },
  });
  return rows.map((row) => ({
    ...row,
    mode: row.mode as AttemptMode,
    score: row.score === null ? null : (JSON.parse(row.score) as Score),
  }));
}
