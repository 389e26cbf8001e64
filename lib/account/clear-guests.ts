import type { Database } from "#lib/db/database";
import { eraseLearner } from "./erase-learner.ts";

const dayMs = 24 * 60 * 60 * 1000;
/** A guest who never answered anything is kept so long after the last start. */
const idleDays = 30;
/** A guest with answers but without a finished attempt is kept so long after the last one. */
const unfinishedDays = 180;
const atOnce = 50;

/**
 * Removes guests who have left nothing worth keeping: no answer for 30 days, or no finished attempt and no answer for 180
 * days. Nobody with an account, and no guest whose work was finished, is touched. Returns how many went, 50 at most.
 */
export async function clearGuests(db: Database, now: Date): Promise<number> {
  const ago = (days: number) => new Date(now.getTime() - days * dayMs);
  const [idle, unfinished] = [ago(idleDays), ago(unfinishedDays)];
  const guests = await db.read.$queryRaw<{ readonly id: string }[]>`
    SELECT l."id" FROM "Learner" l
    WHERE l."createdAt" < ${idle}
      AND NOT EXISTS (SELECT 1 FROM "User" u WHERE u."learnerId" = l."id")
      AND NOT EXISTS (SELECT 1 FROM "Attempt" a WHERE a."learnerId" = l."id" AND a."startedAt" >= ${idle})
      AND (
        NOT EXISTS (
          SELECT 1 FROM "Attempt" a JOIN "ItemEntry" e ON e."attemptId" = a."id" WHERE a."learnerId" = l."id")
        OR l."createdAt" < ${unfinished}
          AND NOT EXISTS (SELECT 1 FROM "Attempt" a WHERE a."learnerId" = l."id" AND a."finishedAt" IS NOT NULL)
          AND NOT EXISTS (SELECT 1 FROM "Attempt" a WHERE a."learnerId" = l."id" AND a."mode" = 'question')
          AND NOT EXISTS (
            SELECT 1 FROM "Attempt" a JOIN "ItemEntry" e ON e."attemptId" = a."id"
            WHERE a."learnerId" = l."id" AND e."receivedAt" >= ${unfinished}))
    ORDER BY l."createdAt" LIMIT ${atOnce}`;
  let cleared = 0;
  for (const { id } of guests) cleared += await clearOne(db, id);
  return cleared;
}

/** Unless they have come back meanwhile: whoever takes an attempt changes it, and whoever signs up owns the learner. */
function clearOne(db: Database, id: string): Promise<number> {
  return db.write(async (tx) => {
    await tx.learner.update({ where: { id }, data: { settings: "{}" }, select: { id: true } });
    if ((await tx.user.count({ where: { learnerId: id } })) > 0) return 0;
    await eraseLearner(tx, id);
    await tx.learner.delete({ where: { id }, select: { id: true } });
    return 1;
  });
}
