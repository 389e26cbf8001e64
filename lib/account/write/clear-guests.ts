import type { Database } from "#lib/db/database";
import { eraseLearner } from "./erase-learner.ts";

const dayMs = 24 * 60 * 60 * 1000;
/** How long a guest who never answered anything is kept after the last start. */
const idleDays = 30;
/** How long a guest with answers but no finished attempt is kept after the last answer. */
const unfinishedDays = 180;
/** How many learners one statement reads: all at once would hold up every other request. */
const pageSize = 500;
const mostCleared = 1_000;

/**
 * Removes guests who have left nothing worth keeping: no answer for 30 days, or no finished attempt and no answer for
 * 180 days. Accounts, and guests who finished an attempt, are not touched. Returns the number removed; it stops soon
 * after 1,000, so that a call stays short.
 */
export async function clearGuests(db: Database, now: Date): Promise<number> {
  let cleared = 0;
  let last = "";
  while (cleared < mostCleared) {
    const page = await lookAtPage(db, last, now);
    for (const { id, isAbandoned } of page) if (isAbandoned) cleared += await clearOne(db, id);
    if (page.length < pageSize) break;
    last = page.at(-1)?.id ?? "";
  }
  return cleared;
}

/** The next learners by id after `last`. */
async function lookAtPage(db: Database, last: string, now: Date) {
  const ago = (days: number) => new Date(now.getTime() - days * dayMs);
  const [idle, unfinished] = [ago(idleDays), ago(unfinishedDays)];
  const rows = await db.read.$queryRaw<{ readonly id: string; readonly isAbandoned: number }[]>`
    SELECT l."id", CASE WHEN l."createdAt" < ${idle}
      AND NOT EXISTS (SELECT 1 FROM "User" u WHERE u."learnerId" = l."id")
      AND NOT EXISTS (SELECT 1 FROM "Attempt" a WHERE a."learnerId" = l."id" AND a."startedAt" >= ${idle})
      AND (
        NOT EXISTS (
          SELECT 1 FROM "Attempt" a JOIN "ItemEntry" e ON e."attemptId" = a."id" WHERE a."learnerId" = l."id")
        OR l."createdAt" < ${unfinished}
          AND NOT EXISTS (SELECT 1 FROM "Attempt" a WHERE a."learnerId" = l."id" AND a."finishedAt" IS NOT NULL AND a."finishedBy" <> 'discarded')
          AND NOT EXISTS (SELECT 1 FROM "Attempt" a WHERE a."learnerId" = l."id" AND a."mode" = 'question')
          AND NOT EXISTS (
            SELECT 1 FROM "Attempt" a JOIN "ItemEntry" e ON e."attemptId" = a."id"
            WHERE a."learnerId" = l."id" AND e."receivedAt" >= ${unfinished}))
      THEN 1 ELSE 0 END AS "isAbandoned"
    FROM (SELECT "id", "createdAt" FROM "Learner" WHERE "id" > ${last} ORDER BY "id" LIMIT ${pageSize}) l
    ORDER BY l."id"`;
  return rows.map(({ id, isAbandoned }) => ({ id, isAbandoned: Number(isAbandoned) === 1 }));
}

/** Unless they have come back: continuing an attempt changes it, and signing up changes the learner's owner. */
function clearOne(db: Database, id: string): Promise<number> {
  return db.write(async (tx) => {
    await tx.learner.update({ where: { id }, data: { settings: "{}" }, select: { id: true } });
    if ((await tx.user.count({ where: { learnerId: id } })) > 0) return 0;
    await eraseLearner(tx, id);
    await tx.learner.delete({ where: { id }, select: { id: true } });
    return 1;
  });
}
