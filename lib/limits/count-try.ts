import { createHash } from "node:crypto";
import type { Database } from "#lib/db/database";
import { type LimitName, type LimitRule, limits } from "./limits.ts";

/**
 * Counts a try and returns how many there were in this window, including this one. Stored in the database, so that it
 * holds across restarts and instances. The window begins with its first try. `subject` is stored only as a hash.
 */
export async function countTry(db: Database, name: LimitName, subject: string, now: Date): Promise<number> {
  const key = keyOf(name, subject);
  const moment = BigInt(now.getTime());
  const rule: LimitRule = limits[name];
  const endsAt = moment + BigInt(rule.windowMinutes * 60_000);
  return db.write(async (tx) => {
    // One statement, so that parallel tries cannot slip through between a read and a write.
    const [row] = await tx.$queryRaw<{ readonly count: number | bigint }[]>`
      INSERT INTO "LimitWindow" ("key", "count", "endsAt") VALUES (${key}, 1, ${endsAt})
      ON CONFLICT ("key") DO UPDATE SET
        "count" = CASE WHEN "LimitWindow"."endsAt" <= ${moment} THEN 1 ELSE "LimitWindow"."count" + 1 END,
        "endsAt" = CASE WHEN "LimitWindow"."endsAt" <= ${moment} THEN ${endsAt} ELSE "LimitWindow"."endsAt" END
      RETURNING "count"`;
    await tx.limitWindow.deleteMany({ where: { endsAt: { lte: moment } } });
    return Number(row?.count);
  });
}

/** Counts a try and returns whether it is allowed. */
export async function mayTry(db: Database, name: LimitName, subject: string, now: Date): Promise<boolean> {
  const rule: LimitRule = limits[name];
  return (await countTry(db, name, subject, now)) <= rule.times;
}

/** Forgets the tries: after a success, earlier mistakes should not slow anyone down. */
export async function forgetTries(db: Database, name: LimitName, subject: string): Promise<void> {
  await db.write((tx) => tx.limitWindow.deleteMany({ where: { key: keyOf(name, subject) } }));
}

/** Takes one try back: after a success, only the mistakes count. */
export async function returnTry(db: Database, name: LimitName, subject: string): Promise<void> {
  const where = { key: keyOf(name, subject), count: { gt: 0 } };
  await db.write((tx) => tx.limitWindow.updateMany({ where, data: { count: { decrement: 1 } } }));
}

function keyOf(name: LimitName, subject: string): string {
  return `${name}:${createHash("sha256").update(subject.trim().toLowerCase()).digest("hex")}`;
}
