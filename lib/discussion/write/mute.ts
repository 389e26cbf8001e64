import { standingToServe } from "#lib/attempts/read/standing";
import type { Viewer } from "#lib/auth/viewer";
import type { Database } from "#lib/db/database";
import { mayDisclose } from "#lib/exam/disclosure";
import { fail, ok, type Result } from "#lib/exam/result";

/** Whether the viewer is notified of replies and mentions in a thread. */
export async function setMute(request: {
  readonly db: Database;
  readonly viewer: Viewer;
  readonly questionId: string;
  readonly isMuted: boolean;
  readonly now: Date;
}): Promise<Result<"set", "no-such-thread">> {
  const { db, viewer, questionId, isMuted, now } = request;
  if (viewer.member === null) return fail("no-such-thread");
  const key = { questionId, userId: viewer.member.userId };
  if (!mayDisclose(await standingToServe(db, viewer, questionId, now))) return fail("no-such-thread");
  await db.write(async (tx) => {
    if (!isMuted) return tx.threadMute.deleteMany({ where: key });
    // Prisma's own upsert reads first and inserts afterwards: two at once would fail on PostgreSQL.
    return tx.$executeRaw`
      INSERT INTO "ThreadMute" ("questionId", "userId") VALUES (${questionId}, ${key.userId}) ON CONFLICT DO NOTHING`;
  });
  return ok("set");
}
