import type { Database } from "#lib/db/database";

/** Whether a learner exists and no account has adopted it. */
export async function isGuest(db: Database, learnerId: string): Promise<boolean> {
  const learner = await db.read.learner.findUnique({
    where: { id: learnerId },
    select: { user: { select: { id: true } } },
  });
  return learner !== null && learner.user === null;
}
