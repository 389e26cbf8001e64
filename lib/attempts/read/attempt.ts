import type { Viewer } from "#lib/auth/viewer";
import { publicPartsOf } from "#lib/bank/read/revisions";
import type { Database } from "#lib/db/database";
import { withoutNul } from "#lib/db/keepable";
import type { Sitting } from "#lib/exam/attempt";
import { isIncomplete } from "#lib/exam/completeness";
import { blankMarks, type Entry, foldByPosition, type ItemMarks } from "#lib/exam/entries";
import { readScore } from "#lib/exam/json-columns";
import { partsOf } from "#lib/exam/parts-of";
import type { PickedReason } from "#lib/exam/practice";
import { presentQuestion, type ShownQuestion, type ShownSecret } from "#lib/exam/presentation";
import type { Score } from "#lib/exam/scoring";
import { isAnswered, itemSeed } from "#lib/exam/selection";
import type { AttemptMode, AttemptPlan } from "../plan.ts";
import { newestEntries } from "./newest-entries.ts";
import { withCasePlaces } from "./places-on-cases.ts";
import { type SittingRow, toSitting } from "./sitting.ts";
import { listItems, viewItems } from "./view-items.ts";

export interface AttemptHeader {
  readonly id: string;
  readonly examSlug: string;
  readonly examTitle: string;
  /** The language of its questions, such as "de"; null if the exam does not say. */
  readonly examLanguage: string | null;
  readonly mode: AttemptMode;
  readonly plan: AttemptPlan;
  readonly seed: string;
  readonly startedAt: Date;
  readonly deadlineAt: Date | null;
  readonly finishedAt: Date | null;
  readonly finishedBy: string | null;
  readonly score: Score | null;
  /** Why and when an operator reopened it after the clock had submitted it; null for an attempt that nobody reopened. */
  readonly reopened: { readonly at: Date; readonly reason: string } | null;
  /** How many items are committed. */
  readonly committed: number;
  /** What the rules depend on. */
  readonly sitting: Sitting & { readonly sequence: number };
}

/** An item in the map of questions. */
export interface MapEntry {
  readonly position: number;
  readonly answered: boolean;
  readonly flagged: boolean;
  readonly committed: boolean;
  /**
   * Answered, but not in a way that can earn full points. False in attempts where each answer is checked, because the
   * check says so.
   */
  readonly incomplete: boolean;
  /** How many parts an answer has; null in attempts where each answer is checked. */
  readonly parts: number | null;
}

export interface ItemView {
  readonly attempt: AttemptHeader;
  readonly position: number;
  readonly question: ShownQuestion;
  readonly marks: ItemMarks;
  /** Null until the disclosure rule allows it. */
  readonly secret: ShownSecret | null;
  /** Answered, but part of an exam that the viewer is taking: it is disclosed when that exam is finished. */
  readonly isWithheld: boolean;
  /** Disclosed, and the question's key has changed since the wording that it is graded by. */
  readonly hasNewKey: boolean;
  /** Disclosed, and the key of its wording is disputed. */
  readonly isDisputed: boolean;
  /** Why a custom practice picked it; empty in every other attempt. */
  readonly picked: readonly PickedReason[];
  readonly location: { readonly questionId: string; readonly name: string };
}

interface HeaderRow extends SittingRow {
  readonly id: string;
  readonly examSlug: string;
  readonly mode: string;
  readonly seed: string;
  readonly score: string | null;
  readonly reopenedAt: Date | null;
  readonly reopenReason: string | null;
  readonly examTitle: string;
  readonly examLanguage: string | null;
  readonly committed: number | bigint;
}

/**
 * The viewer's own attempt. Null for an attempt of someone else, as for one that does not exist. One statement, because
 * every page needs it.
 */
export async function getAttempt(db: Database, viewer: Viewer, attemptId: string): Promise<AttemptHeader | null> {
  if (viewer.learnerId === null || !withoutNul.test(attemptId)) return null;
  const [row] = await db.read.$queryRaw<HeaderRow[]>`
    SELECT a."id", a."examSlug", a."mode", a."seed", a."score", a."plan", a."startedAt", a."deadlineAt", a."finishedAt",
      a."finishedBy", a."closings", a."sequence", a."changes", a."reopenedAt", a."reopenReason", e."title" AS "examTitle", e."language" AS "examLanguage",
      (SELECT COUNT(*) FROM "AttemptItem" i WHERE i."attemptId" = a."id") AS "count",
      (SELECT COUNT(*) FROM "AttemptItem" i WHERE i."attemptId" = a."id" AND i."committedAt" IS NOT NULL) AS "committed"
    FROM "Attempt" a JOIN "Exam" e ON e."slug" = a."examSlug"
    WHERE a."id" = ${attemptId} AND a."learnerId" = ${viewer.learnerId}`;
  if (row === undefined) return null;
  const { plan, ...sitting } = toSitting(row);
  return {
    id: row.id,
    examSlug: row.examSlug,
    examTitle: row.examTitle,
    examLanguage: row.examLanguage,
    mode: row.mode as AttemptMode,
    plan,
    seed: row.seed,
    startedAt: row.startedAt,
    deadlineAt: row.deadlineAt,
    finishedAt: row.finishedAt,
    finishedBy: row.finishedBy,
    score: readScore(row.score),
    reopened: row.reopenedAt === null ? null : { at: row.reopenedAt, reason: row.reopenReason ?? "" },
    committed: Number(row.committed),
    sitting,
  };
}

/** One item of the viewer's attempt. While it is not disclosed, no secret column is read. */
export async function getItem(
  db: Database,
  viewer: Viewer,
  attemptId: string,
  position: number,
  now: Date,
): Promise<ItemView | null> {
  const attempt = await getAttempt(db, viewer, attemptId);
  return attempt === null ? null : getItemOf(db, viewer, attempt, position, now);
}

/** The same for an attempt that has already been read. */
export async function getItemOf(
  db: Database,
  viewer: Viewer,
  attempt: AttemptHeader,
  position: number,
  now: Date,
): Promise<ItemView | null> {
  if (!Number.isInteger(position) || position < 1 || position > attempt.sitting.count) return null;
  const views = await viewItems(db, viewer, attempt, await listItems(db, attempt.id, position), now);
  const [view] = await withCasePlaces(db, attempt.id, views);
  return view === undefined ? null : { attempt, ...view };
}

/** The public parts of items of an attempt in progress that reveals nothing before its end, for use offline. */
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
  const shown = items.map(({ position, questionId, revisionId }) => {
    const part = parts.get(revisionId);
    if (part === undefined) throw new Error(`revision ${revisionId} has no public part`);
    return { position, question: presentQuestion(part, itemSeed(attempt.seed, questionId), attempt.examLanguage) };
  });
  return withCasePlaces(db, attempt.id, shown);
}

/** Every item, for the review page: answered or not, flagged or not. */
export async function getReview(db: Database, viewer: Viewer, attemptId: string) {
  const attempt = await getAttempt(db, viewer, attemptId);
  return attempt === null ? null : { attempt, map: await listMap(db, attempt) };
}

/** The question map, from bounded queries. The only values it reads are answers and flags. */
async function listMap(db: Database, { id: attemptId, plan }: AttemptHeader): Promise<readonly MapEntry[]> {
  const [items, entries] = await Promise.all([
    db.read.attemptItem.findMany({
      where: { attemptId },
      orderBy: { position: "asc" },
      select: { position: true, committedAt: true, revisionId: true },
    }),
    db.read.$queryRaw<Entry[]>(newestEntries(db.provider, { attemptId, hasTimes: false })),
  ]);
  const marks = foldByPosition(entries);
  const revisions = plan.reveal === "at-end" ? items.map(({ revisionId }) => revisionId) : [];
  const questions = await publicPartsOf(db.read, revisions);
  return items.map(({ position, committedAt, revisionId }) => {
    const { answer, flagged } = marks.get(position) ?? blankMarks;
    const committed = committedAt !== null;
    const question = questions.get(revisionId);
    const parts = question === undefined ? null : partsOf(question);
    const incomplete = question !== undefined && isIncomplete(answer, parts);
    return { position, answered: committed || isAnswered(answer), flagged, committed, incomplete, parts };
  });
}
