import type { Database } from "#lib/db/database";

/** How many of the newest changes of one field of an item are kept for good. */
export const keptChanges = 20;

/** Longer than late answers are accepted, so that changes which a device sends again are still known. */
const afterMs = 7 * 24 * 60 * 60 * 1000;
/** Fewer changes in a whole attempt are not worth the search. */
const fewest = 1_000;

/** How many attempts one call examines. */
const pageSize = 250;

/**
 * Removes superseded changes from one attempt per call. For an attempt that ended a week ago and has many changes, it keeps the
 * newest 20 of each field of each item, and the entry with the longest time on the item. Score and pages do not change. Returns
 * the number of removed changes. Each call continues where the last one ended, so that none reads all attempts.
 */
export function createCompaction() {
  let from = new Date(0);
  return async (db: Database, now: Date): Promise<number> => {
    const until = new Date(now.getTime() - afterMs);
    const page = await db.read.attempt.findMany({
      where: { finishedAt: { gte: from, lt: until } },
      orderBy: { finishedAt: "asc" },
      take: pageSize,
      select: { id: true, changes: true, finishedAt: true },
    });
    const large = page.find(({ changes }) => changes > fewest);
    if (large !== undefined) return compactOne(db, large.id);
    const last = page.length < pageSize ? until : (page.at(-1)?.finishedAt ?? until);
    from = new Date(Math.max(last.getTime(), from.getTime() + 1));
    return 0;
  };
}

function compactOne(db: Database, id: string): Promise<number> {
  return db.write(async (tx) => {
    // Set to zero, so that it is not examined again.
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
