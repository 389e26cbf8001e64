import type { Database } from "#lib/db/database";

/** How many changes of one field of an item are kept for good, the newest ones. */
export const keptChanges = 20;

/** Longer than late answers are taken, so that what a device sends again is still known. */
const afterMs = 7 * 24 * 60 * 60 * 1000;
/** Fewer changes in a whole attempt are not worth the search. */
const fewest = 1_000;

/**
 * Removes the superseded changes of one attempt that ended a week ago and has many: of each field of each item the newest 20
 * stay, and the entry with the longest time on the item. Score and page stay what they are. Returns how many went; 0 when
 * there is nothing to do.
 */
export async function compactOne(db: Database, now: Date): Promise<number> {
  const [attempt] = await db.read.$queryRaw<{ readonly id: string }[]>`
    SELECT "id" FROM "Attempt"
    WHERE "finishedAt" < ${new Date(now.getTime() - afterMs)} AND "changes" > ${fewest} LIMIT 1`;
  if (attempt === undefined) return 0;
  const { id } = attempt;
  return db.write(async (tx) => {
    // Counted down to nothing, so that it is not looked at again.
    await tx.$executeRaw`UPDATE "Attempt" SET "changes" = 0 WHERE "id" = ${id}`;
    return tx.$executeRaw`
      DELETE FROM "ItemEntry" WHERE "attemptId" = ${id} AND ("position", "field", "version", "clientId") IN (
        SELECT ranked."position", ranked."field", ranked."version", ranked."clientId" FROM (
          SELECT "position", "field", "version", "clientId",
            ROW_NUMBER() OVER (PARTITION BY "position", "field" ORDER BY "version" DESC, "clientId" DESC) AS "place",
            ROW_NUMBER() OVER (PARTITION BY "position" ORDER BY "elapsedMs" DESC, "version" DESC) AS "length"
          FROM "ItemEntry" WHERE "attemptId" = ${id}
        ) ranked WHERE ranked."place" > ${keptChanges} AND ranked."length" > 1)`;
  });
}
