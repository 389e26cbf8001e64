import type { Database } from "#lib/db/database";
import { notify } from "#lib/notifications/write/notify";
import { holdsChange } from "../git-patch.ts";

/**
 * Marks the suggestions that the published files contain, whoever applied them, and notifies their authors. Call it
 * after a sync; a second call notifies nobody again.
 */
export async function tellPublished({ db, now }: { readonly db: Database; readonly now: Date }): Promise<void> {
  const waiting = await db.read.suggestion.findMany({
    where: { state: { in: ["open", "accepted"] } },
    select: {
      id: true,
      before: true,
      after: true,
      proposerId: true,
      questionId: true,
      question: { select: { current: { select: { source: true } } } },
    },
  });
  for (const { id, proposerId, questionId, question, ...change } of waiting) {
    const shown = question.current?.source;
    if (!shown || !holdsChange(shown, change)) continue;
    await db.write(async (tx) => {
      await tx.suggestion.update({
        where: { id },
        data: { state: "published", publishedAt: now },
        select: { id: true },
      });
      const cause = `suggestion/${id}/published`;
      await notify(
        db,
        tx,
        [{ userId: proposerId, kind: "suggestion-published", questionId, commentId: null, text: "", cause }],
        now,
      );
    });
  }
}
