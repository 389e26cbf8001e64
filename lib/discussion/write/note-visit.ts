import type { Database } from "#lib/db/database";
import { unlessRefused } from "#lib/db/unless-refused";
import { type Visits, visitsAfter } from "../visits.ts";

type Look = { readonly db: Database; readonly learnerId: string; readonly questionId: string; readonly now: Date };

/** Notes that a learner looks at a thread, and returns since when comments are new to them; null for a first visitor. */
export async function noteVisit({ db, learnerId, questionId, now }: Look, visits: Visits): Promise<Date | null> {
  const after = visitsAfter(visits, now);
  const data = { threadSeenAt: after.seenAt, threadSeenBefore: after.seenBefore };
  // A database that saves nothing is no reason to show no thread.
  if (after !== visits)
    await unlessRefused(() => db.write((tx) => tx.disclosure.updateMany({ where: { learnerId, questionId }, data })));
  return after.seenBefore;
}
