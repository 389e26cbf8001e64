import { createHash, randomUUID } from "node:crypto";
import type { Database } from "#lib/db/database";

const windowMs = 10 * 60 * 1000;
const triesInWindow = 10;

/**
 * Counts a try to sign in to an account and says whether it may go on: ten in ten minutes, kept in the database so that
 * it holds over restarts and instances. Counted by address, because without a trusted proxy nothing else of a visitor
 * can be believed; what is kept is a hash of it.
 */
export async function mayTrySignIn(db: Database, email: string, now: Date): Promise<boolean> {
  const key = `sign-in:${createHash("sha256").update(email.trim().toLowerCase()).digest("hex")}`;
  const moment = BigInt(now.getTime());
  const windowStart = moment - BigInt(windowMs);
  return db.write(async (tx) => {
    // One statement, so that parallel tries cannot slip through between a look and a write.
    await tx.$executeRaw`
      INSERT INTO "RateLimit" ("id", "key", "count", "lastRequest") VALUES (${randomUUID()}, ${key}, 1, ${moment})
      ON CONFLICT ("key") DO UPDATE SET
        "count" = CASE WHEN "RateLimit"."lastRequest" < ${windowStart} THEN 1 ELSE "RateLimit"."count" + 1 END,
        "lastRequest" = CASE WHEN "RateLimit"."lastRequest" < ${windowStart} THEN ${moment} ELSE "RateLimit"."lastRequest" END`;
    const row = await tx.rateLimit.findUniqueOrThrow({ where: { key }, select: { count: true } });
    return row.count <= triesInWindow;
  });
}
