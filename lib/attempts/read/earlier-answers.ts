import type { Viewer } from "#lib/auth/viewer";
import type { Database } from "#lib/db/database";
import { closedQuestions } from "#lib/review/read/closed-questions";

type Owner = Viewer & { readonly learnerId: string };

/** The questions that were not fully correct in a finished attempt of the viewer, except those in an exam in progress. */
export async function missedQuestions(db: Database, viewer: Owner, attemptId: string): Promise<ReadonlySet<string>> {
  const closed = await closedQuestions(db, viewer.learnerId);
  const rows = await db.read.attemptItem.findMany({
    where: {
      attemptId,
      attempt: { learnerId: viewer.learnerId, finishedAt: { not: null } },
      committedAt: { not: null },
      points: { lt: 1 },
    },
    select: { questionId: true },
  });
  return new Set(rows.map((row) => row.questionId).filter((id) => !closed.has(id)));
}

interface AskedRow {
  readonly questionId: string;
  readonly committedAt: Date | null;
  readonly startedAt: Date;
}

/**
 * When the viewer was last asked each question of an exam, in milliseconds since 1970: when an answer was committed, or when
 * an attempt started that shows no key before its end. Does not depend on any key.
 */
export async function lastAsked(db: Database, viewer: Owner, examSlug: string): Promise<ReadonlyMap<string, number>> {
  // The order of the join keeps SQLite from starting with the items of all learners.
  const rows = await db.read.$queryRaw<AskedRow[]>`
    SELECT i."questionId", i."committedAt", a."startedAt" FROM "Attempt" a CROSS JOIN "AttemptItem" i
    WHERE a."learnerId" = ${viewer.learnerId} AND a."examSlug" = ${examSlug} AND i."attemptId" = a."id"
      AND (i."committedAt" IS NOT NULL OR a."reveal" = 'at-end')`;
  const latest = new Map<string, number>();
  for (const { questionId, committedAt, startedAt } of rows)
    latest.set(questionId, Math.max(latest.get(questionId) ?? 0, (committedAt ?? startedAt).getTime()));
  return latest;
}

/** The questions of the mock exam that was first taken with a seed, in their order; null if there is none. */
export async function namedQuestions(db: Database, examSlug: string, seed: string): Promise<readonly string[] | null> {
  const attempt = await db.read.attempt.findFirst({
    where: { examSlug, seed, mode: "mock" },
    orderBy: [{ startedAt: "asc" }, { id: "asc" }],
    select: { items: { orderBy: { position: "asc" }, select: { questionId: true } } },
  });
  return attempt === null ? null : attempt.items.map(({ questionId }) => questionId);
}
