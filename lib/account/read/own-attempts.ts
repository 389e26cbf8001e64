import { setImmediate as turn } from "node:timers/promises";
import { readPlan } from "#lib/attempts/plan";
import { otherScoresOfMocks } from "#lib/attempts/read/other-scores-of-mocks";
import { anyOf } from "#lib/db/any-of";
import type { Database } from "#lib/db/database";
import { groupRows } from "#lib/exam/group-rows";
import { readScore } from "#lib/exam/json-columns";

interface AttemptRow {
  readonly id: string;
  readonly examSlug: string;
  readonly mode: string;
  readonly startedAt: Date;
  readonly deadlineAt: Date | null;
  readonly finishedAt: Date | null;
  readonly finishedBy: string | null;
  readonly score: string | null;
  readonly plan: string;
}

interface ItemRow {
  readonly attemptId: string;
  readonly position: number;
  readonly questionId: string;
  readonly domain: string;
  readonly answer: string | null;
  readonly points: number | null;
  readonly committedAt: Date | null;
  readonly revision: number;
}

interface EntryRow {
  readonly attemptId: string;
  readonly position: number;
  readonly field: string;
  readonly version: number;
  readonly value: string;
  readonly madeAt: Date;
  readonly receivedAt: Date;
  readonly elapsedMs: number;
}

interface Closed {
  /** Questions of an exam that is in progress. */
  readonly closed: ReadonlySet<string>;
  /** Attempts whose score would reveal something about them. */
  readonly sealed: ReadonlySet<string>;
}

/** How many attempts are read at once, so that no other request waits long. */
const atOnce = 20;

/** Every attempt of a learner with its items and their entries, oldest first. */
export async function ownAttempts(db: Database, learnerId: string, closed: Closed): Promise<readonly object[]> {
  const attempts = await db.read.$queryRaw<AttemptRow[]>`
    SELECT "id", "examSlug", "mode", "startedAt", "deadlineAt", "finishedAt", "finishedBy", "score", "plan"
    FROM "Attempt" WHERE "learnerId" = ${learnerId} ORDER BY "startedAt", "id"`;
  const all: object[] = [];
  for (let start = 0; start < attempts.length; start += atOnce) {
    all.push(...(await withItems(db, attempts.slice(start, start + atOnce), closed)));
    await turn();
  }
  return all;
}

async function withItems(db: Database, attempts: readonly AttemptRow[], { closed, sealed }: Closed) {
  const these = anyOf(
    db.provider,
    "text",
    attempts.map((attempt) => attempt.id),
  );
  const [items, entries] = await Promise.all([
    db.read.$queryRaw<ItemRow[]>`
      SELECT i."attemptId", i."position", i."questionId", i."domain", i."answer", i."points", i."committedAt",
        r."number" AS "revision"
      FROM "AttemptItem" i JOIN "Revision" r ON r."id" = i."revisionId"
      WHERE i."attemptId" IN ${these} ORDER BY i."attemptId", i."position"`,
    db.read.$queryRaw<EntryRow[]>`
      SELECT "attemptId", "position", "field", "version", "value", "madeAt", "receivedAt", "elapsedMs"
      FROM "ItemEntry" WHERE "attemptId" IN ${these} ORDER BY "sequence"`,
  ]);
  const entriesOf = groupRows(entries, ({ attemptId, position }) => `${attemptId}/${position}`);
  const itemsOf = groupRows(items, (item) => item.attemptId);
  const others = await otherScoresById(db, attempts, sealed);
  return attempts.map(({ score, plan: _, ...attempt }) => ({
    ...attempt,
    score: sealed.has(attempt.id) ? null : parsed(score),
    otherScores: others.get(attempt.id) ?? null,
    items: (itemsOf.get(attempt.id) ?? []).map(({ attemptId, answer, points, ...item }) => ({
      ...item,
      answer: parsed(answer),
      points: closed.has(item.questionId) ? null : points,
      entries: (entriesOf.get(`${attemptId}/${item.position}`) ?? []).map(toEntry),
    })),
  }));
}

/** For mock exams, the score without disputed questions and the score with today's keys, if they differ. */
async function otherScoresById(db: Database, attempts: readonly AttemptRow[], sealed: ReadonlySet<string>) {
  const mocks = attempts.flatMap(({ id, mode, plan, score: kept }) => {
    const score = mode === "mock" && !sealed.has(id) ? readScore(kept) : null;
    return score === null ? [] : [{ id, plan: readPlan(plan), score }];
  });
  const found = await otherScoresOfMocks(db, mocks);
  return new Map(mocks.map(({ id }, i) => [id, found[i]]));
}

function toEntry({ field, version, madeAt, receivedAt, elapsedMs, value }: EntryRow) {
  return { field, version, madeAt, receivedAt, elapsedMs, value: parsed(value) };
}

/** What a column of JSON holds. */
export function parsed(json: string | null): unknown {
  return json === null ? null : JSON.parse(json);
}
