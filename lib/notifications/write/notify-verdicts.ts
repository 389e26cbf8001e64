import type { Database } from "#lib/db/database";
import { notifyPeople, peopleAtOnce } from "./notify-people.ts";

/** How far it looks back, so that the next sync sends what a killed one did not. */
const lookBackMs = 7 * 24 * 60 * 60 * 1000;

/**
 * Tells everybody who answered a disputed question how the dispute ended, each of them once. A changed key is announced by
 * `notifyKeyChanges`. To be called after a sync.
 */
export async function notifyVerdicts({ db, now }: { readonly db: Database; readonly now: Date }): Promise<void> {
  const settled = await db.read.dispute.findMany({
    where: { verdict: { in: ["key-stands", "retired"] }, settledAt: { gte: new Date(now.getTime() - lookBackMs) } },
    select: { revisionId: true, questionId: true, verdict: true, openedAt: true, settledAt: true },
  });
  // A verdict that came with its file, about a dispute that nobody here knew of, is not news.
  const news = settled.filter(({ openedAt, settledAt }) => openedAt.getTime() !== settledAt?.getTime());
  for (const { revisionId, questionId, verdict } of news)
    await notifyPeople({
      db,
      listAfter: (after) => listAnswered(db, revisionId, after),
      newsFor: (userId) => ({
        userId,
        kind: "dispute-settled",
        questionId,
        commentId: null,
        text: verdict ?? "",
        cause: `dispute/${revisionId}/${userId}`,
      }),
      now,
    });
}

/** Members whose first answer was to this wording, in the order of their ids. */
function listAnswered(db: Database, revisionId: string, after: string): Promise<readonly { readonly id: string }[]> {
  return db.read.$queryRaw<{ id: string }[]>`
    SELECT u."id" FROM "Disclosure" d JOIN "User" u ON u."learnerId" = d."learnerId"
    WHERE d."revisionId" = ${revisionId} AND u."id" > ${after} ORDER BY u."id" LIMIT ${peopleAtOnce}`;
}
