import type { Viewer } from "#lib/auth/viewer";
import { publicPartsOf, secretPartsOf } from "#lib/bank/revisions";
import type { Database } from "#lib/db/database";
import type { Sitting } from "#lib/exam/attempt";
import { discloseSecret, mayDisclose } from "#lib/exam/disclosure";
import { answerHistory, blankMarks, type Entry, foldByPosition, foldEntries, type ItemMarks } from "#lib/exam/entries";
import { finalPoints } from "#lib/exam/grading";
import { presentQuestion, presentSecret, type ShownQuestion, type ShownSecret } from "#lib/exam/presentation";
import type { Answer, AnswerKey } from "#lib/exam/question";
import type { Score } from "#lib/exam/scoring";
import { isAnswered, itemSeed } from "#lib/exam/selection";
import { sealedAttempts } from "#lib/review/sealed-attempts";
import type { AttemptMode, AttemptPlan } from "./plan.ts";
import { type SittingRow, toSitting } from "./sitting.ts";
import { inRunningExams } from "./standing.ts";

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
  /** How many items are committed. */
  readonly committed: number;
  /** What the rules decide by. */
  readonly sitting: Sitting & { readonly sequence: number };
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
  /** Null until the disclosure rule allows it. */
  readonly secret: ShownSecret | null;
  /** Answered, but part of an exam that the viewer is sitting: it opens when that is finished. */
  readonly isWithheld: boolean;
  readonly location: { readonly questionId: string; readonly name: string };
}

interface HeaderRow extends Omit<SittingRow, "_count"> {
  readonly id: string;
  readonly examSlug: string;
  readonly mode: string;
  readonly seed: string;
  readonly score: string | null;
  readonly examTitle: string;
  readonly count: number | bigint;
  readonly committed: number | bigint;
}

/** The viewer's own attempt, or null: another's attempt is not there. One statement, because every page asks. */
export async function getAttempt(db: Database, viewer: Viewer, attemptId: string): Promise<AttemptHeader | null> {
  if (viewer.learnerId === null) return null;
  const [row] = await db.read.$queryRaw<HeaderRow[]>`
    SELECT a."id", a."examSlug", a."mode", a."seed", a."score", a."plan", a."startedAt", a."deadlineAt", a."finishedAt",
      a."finishedBy", a."closings", a."sequence", e."title" AS "examTitle",
      (SELECT COUNT(*) FROM "AttemptItem" i WHERE i."attemptId" = a."id") AS "count",
      (SELECT COUNT(*) FROM "AttemptItem" i WHERE i."attemptId" = a."id" AND i."committedAt" IS NOT NULL) AS "committed"
    FROM "Attempt" a JOIN "Exam" e ON e."slug" = a."examSlug"
    WHERE a."id" = ${attemptId} AND a."learnerId" = ${viewer.learnerId}`;
  if (row === undefined) return null;
  const { plan, ...sitting } = toSitting({ ...row, _count: { items: Number(row.count) } });
  return {
    id: row.id,
    examSlug: row.examSlug,
    examTitle: row.examTitle,
    mode: row.mode as AttemptMode,
    plan,
    seed: row.seed,
    startedAt: row.startedAt,
    deadlineAt: row.deadlineAt,
    finishedAt: row.finishedAt,
    finishedBy: row.finishedBy,
    score: row.score === null ? null : (JSON.parse(row.score) as Score),
    committed: Number(row.committed),
    sitting,
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
  return attempt === null ? null : getItemOf(db, viewer, attempt, position);
}

/** The same, of an attempt that has been read already. */
export async function getItemOf(
  db: Database,
  viewer: Viewer,
  attempt: AttemptHeader,
  position: number,
): Promise<ItemView | null> {
  if (!Number.isInteger(position) || position < 1 || position > attempt.sitting.count) return null;
  const [view] = await viewItems(db, viewer, attempt, await listItems(db, attempt.id, [position]));
  return view === undefined ? null : { attempt, ...view };
}

/** The public side of items of a running attempt that reveals nothing before its end, for moving about offline. */
export async function listOpenItems(
  db: Database,
  attempt: AttemptHeader,
  positions: readonly number[],
): Promise<readonly { readonly position: number; readonly question: ShownQuestion }[]> {
  const items = await db.read.attemptItem.findMany({
    where: { attemptId: attempt.id, position: { in: [...positions] } },
    orderBy: { position: "asc" },
    select: { position: true, questionId: true, revisionId: true },
  });
  const parts = await publicPartsOf(
    db.read,
    items.map((item) => item.revisionId),
  );
  return items.map(({ position, questionId, revisionId }) => {
    const part = parts.get(revisionId);
    if (part === undefined) throw new Error(`revision ${revisionId} has no public part`);
    return { position, question: presentQuestion(part, itemSeed(attempt.seed, questionId)) };
  });
}

/** Every item, for the review page: answered or not, flagged or not. */
export async function getReview(db: Database, viewer: Viewer, attemptId: string) {
  const attempt = await getAttempt(db, viewer, attemptId);
  return attempt === null ? null : { attempt, map: await listMap(db, attemptId) };
}

/** The finished attempt with every item and the score, what a running exam asks excepted; null while it runs. */
export async function getResult(db: Database, viewer: Viewer, attemptId: string) {
  const found = await getAttempt(db, viewer, attemptId);
  if (found?.score == null || viewer.learnerId === null) return null;
  const isSealed = (await sealedAttempts(db, viewer.learnerId)).has(attemptId);
  const attempt = { ...found, score: isSealed ? null : found.score };
  const rows = await listItems(db, attemptId);
  const counted = attempt.plan.reveal === "at-end" ? rows : rows.filter((row) => row.committedAt !== null);
  const secrets = await secretPartsOf(
    db.read,
    counted.map((row) => row.revisionId),
  );
  const views = await viewItems(db, viewer, attempt, counted);
  const items = views.map((view, i) => {
    const { revisionId, entries } = counted[i] as ItemRow;
    const key = secrets.get(revisionId)?.key;
    const turns = key === undefined || view.secret === null ? [] : rightOrWrong(entries, key, attempt.plan);
    return { ...view, turns };
  });
  return { attempt, score: attempt.score, items };
}

/** Whether each answer given in turn was right; the same verdict twice in a row counts once. */
function rightOrWrong(entries: readonly Entry[], key: AnswerKey, plan: AttemptPlan): readonly boolean[] {
  const verdicts = answerHistory(entries)
    .map((entry) => JSON.parse(entry.value) as Answer | null)
    .filter((answer) => isAnswered(answer))
    .map((answer) => finalPoints(key, answer, plan.scoring) === 1);
  return verdicts.filter((verdict, i) => i === 0 || verdict !== verdicts[i - 1]);
}

/** The question map from two bounded queries: no text, no value but answers and flags. */
async function listMap(db: Database, attemptId: string): Promise<readonly MapEntry[]> {
  const [items, entries] = await Promise.all([
    db.read.attemptItem.findMany({
      where: { attemptId },
      orderBy: { position: "asc" },
      select: { position: true, committedAt: true },
    }),
    db.read.itemEntry.findMany({ where: { attemptId, field: { in: ["answer", "flag"] } } }),
  ]);
  const marks = foldByPosition(entries as readonly Entry[]);
  return items.map(({ position, committedAt }) => {
    const { answer, flagged } = marks.get(position) ?? blankMarks;
    const committed = committedAt !== null;
    return { position, answered: committed || isAnswered(answer), flagged, committed };
  });
}

type ItemRow = Awaited<ReturnType<typeof listItems>>[number];

async function listItems(db: Database, attemptId: string, positions?: readonly number[]) {
  const where = positions === undefined ? { attemptId } : { attemptId, position: { in: [...positions] } };
  const [items, entries] = await Promise.all([
    db.read.attemptItem.findMany({
      where,
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
    }),
    db.read.itemEntry.findMany({ where }),
  ]);
  const byPosition = new Map<number, Entry[]>(items.map((item) => [item.position, []]));
  for (const entry of entries as readonly Entry[]) byPosition.get(entry.position)?.push(entry);
  return items.map((item) => {
    const own = byPosition.get(item.position) ?? [];
    return { ...item, entries: own, marks: foldEntries(own) };
  });
}

async function viewItems(db: Database, viewer: Viewer, attempt: AttemptHeader, rows: readonly ItemRow[]) {
  const committed = rows.filter((row) => row.committedAt !== null);
  const running = await inRunningExams(
    db,
    viewer,
    committed.map((row) => row.questionId),
  );
  const standing = (row: ItemRow) => ({
    answered: row.committedAt !== null,
    inRunningExam: running.has(row.questionId),
  });
  const open = committed.filter((row) => mayDisclose(standing(row)));
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
      isWithheld: standing(row).answered && disclosed === null,
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
  const [rows, sealed] = await Promise.all([
    db.read.attempt.findMany({
      where: { learnerId: viewer.learnerId, examSlug, mode: { not: "question" } },
      orderBy: { startedAt: "desc" },
      take: 20,
      select: { id: true, mode: true, startedAt: true, deadlineAt: true, finishedAt: true, score: true },
    }),
    sealedAttempts(db, viewer.learnerId),
  ]);
  return rows.map((row) => ({
    ...row,
    mode: row.mode as AttemptMode,
    score: row.score === null || sealed.has(row.id) ? null : (JSON.parse(row.score) as Score),
  }));
}
