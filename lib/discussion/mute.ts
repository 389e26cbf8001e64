import { getStanding } from "#lib/attempts/standing";
import type { Viewer } from "#lib/auth/viewer";
import type { Database } from "#lib/db/database";
import { mayDisclose } from "#lib/exam/disclosure";
import { fail, ok, type Result } from "#lib/exam/result";

/** Whether the viewer hears of replies and mentions in a thread. */
export async function setMute(request: {
  readonly db: Database;
  readonly viewer: Viewer;
  readonly questionId: string;
  readonly isMuted: boolean;
}): Promise<Result<"set", "no-such-thread">> {
  const { db, viewer, questionId, isMuted } = request;
  if (viewer.member === null) return fail("no-such-thread");
  const key = { questionId, userId: viewer.member.userId };
  if (!mayDisclose(await getStanding(db, viewer, questionId))) return fail("no-such-thread");
  await db.write(async (tx) => {
    if (!isMuted) return tx.threadMute.deleteMany({ where: key });
    return tx.threadMute.upsert({
      where: { questionId_userId: key },
      create: key,
      update: {},
      select: { userId: true },
    });
  });
  return ok("set");
}
