import { createHash, randomUUID } from "node:crypto";
import type { Database } from "#lib/db/database";

const windowMs = 10 * 60 * 1000;

/** What is counted and how often it may be tried in ten minutes. `subject` (an address) is kept as a hash only. */
export interface Limit {
  readonly act: "sign-in" | "sign-up" | "password" | "preview";
  readonly subject: string;
  readonly tries: number;
}

/**
 * Counts a try and says whether it may go on. Kept in the database, so that it holds over restarts and instances. The
 * window begins with its first try.
 */
export async function mayTry(db: Database, limit: Limit, now: Date): Promise<boolean> {
  const key = keyOf(limit);
  const moment = BigInt(now.getTime());
  const windowStart = moment - BigInt(windowMs);
  return db.write(async (tx) => {
    // One statement, so that parallel tries cannot slip through between a look and a write.
    await tx.$executeRaw`
      INSERT INTO "RateLimit" ("id", "key", "count", "lastRequest") VALUES (${randomUUID()}, ${key}, 1, ${moment})
      ON CONFLICT ("key") DO UPDATE SET
        "count" = CASE WHEN "RateLimit"."lastRequest" < ${windowStart} THEN 1 ELSE "RateLimit"."count" + 1 END,
        "lastRequest" = CASE WHEN "RateLimit"."lastRequest" < ${windowStart} THEN ${moment} ELSE "RateLimit"."lastRequest" END`;
    await tx.rateLimit.deleteMany({ where: { lastRequest: { lt: windowStart } } });
    const row = await tx.rateLimit.findUniqueOrThrow({ where: { key }, select: { count: true } });
    return row.count <= limit.tries;
  });
}

/** Forgets the tries: after a success nobody should be held up by their earlier mistakes. */
export async function forgetTries(db: Database, limit: Limit): Promise<void> {
  await db.write((tx) => tx.rateLimit.deleteMany({ where: { key: keyOf(limit) } }));
}

function keyOf({ act, subject }: Limit): string {
  return `${act}:${createHash("sha256").update(subject.trim().toLowerCase()).digest("hex")}`;
}
