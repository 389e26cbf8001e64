import type { Database } from "#lib/db/database";

/** How many changes of one field of an item are kept for good, the newest ones. */
export const keptChanges = 20;

/** Longer than late answers are taken, so that what a device sends again is still known. */
const afterMs = 7 * 24 * 60 * 60 * 1000;
/** Fewer changes in a whole attempt are not worth the search. */
const fewest = 1_000;

/** So many attempts are looked at by one call. */
const pageSize = 250;

/**
 * Removes superseded changes, of one attempt a call: of each field of each item of an attempt that ended a week ago and has
 * many the newest 20 stay, and the entry with the longest time on the item. Score and page stay what they are. A call returns
 * how many went. It goes on where the call before ended, so that none reads every attempt there is.
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
