import type { Database, Tx } from "#lib/db/database";
import { notify } from "#lib/notifications/write/notify";

export type Verdict = "upheld" | "dismissed";

/** Decides every open report on a comment and notifies the people who sent them. Returns how many there were. */
export async function decideReports(
  db: Database,
  tx: Tx,
  commentId: string,
  verdict: Verdict,
  now: Date,
): Promise<number> {
  const open = await tx.report.findMany({
    where: { commentId, verdict: null },
    select: { id: true, reporterId: true, comment: { select: { questionId: true } } },
  });
  if (open.length === 0) return 0;
  await tx.report.updateMany({ where: { commentId, verdict: null }, data: { verdict, decidedAt: now } });
  const news = open.map(({ id, reporterId, comment }) => ({
    userId: reporterId,
    kind: "verdict" as const,
    questionId: comment.questionId,
    commentId,
    text: verdict,
    cause: `report/${id}/${now.getTime()}`,
  }));
  await notify(db, tx, news, now);
  return open.length;
}
