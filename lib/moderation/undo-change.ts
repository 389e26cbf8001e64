import type { Tx } from "#lib/db/database";
import { lockThread } from "#lib/discussion/answer-votes";
import { setState } from "./hide-comment.ts";
import type { Act, ActEntry } from "./log-act.ts";

interface LoggedAct {
  readonly id: string;
  readonly act: string;
  readonly commentId: string | null;
  readonly questionId: string | null;
  readonly userId: string | null;
  readonly before: string;
}

/** Brings back what an act replaced. */
export async function undoChange(tx: Tx, entry: LoggedAct, now: Date): Promise<void> {
  const before = JSON.parse(entry.before) as ActEntry["before"];
  const [commentId, questionId] = [entry.commentId ?? "", entry.questionId ?? ""];
  const thread = { where: { questionId }, select: { questionId: true } } as const;
  if (questionId !== "") await lockThread(tx, questionId);
  switch (entry.act as Act) {
    case "hide":
      await setState(tx, commentId, "hidden", "shown");
      return;
    case "restore":
    case "dismiss":
      if (before.state === "hidden") await setState(tx, commentId, "shown", "hidden");
      // The reports are open again: somebody has to look once more.
      await tx.report.updateMany({
        where: { commentId, verdict: "dismissed" },
        data: { verdict: null, decidedAt: null },
      });
      return;
    case "lock":
    case "unlock":
      await tx.thread.update({ ...thread, data: { lockedAt: before.lockedAt ? new Date(before.lockedAt) : null } });
      return;
    case "pin":
    case "unpin":
      await tx.thread.update({ ...thread, data: { pinnedId: before.pinnedId ?? null } });
      return;
    case "mark":
    case "unmark":
      await tx.comment.updateMany({ where: { id: commentId }, data: { official: before.official === "yes" } });
      return;
    case "warn":
      await takeBack(tx, entry.id, now);
      return;
    case "suspend":
    case "lift": {
      const suspendedUntil = before.suspendedUntil ? new Date(before.suspendedUntil) : null;
      await tx.user.updateMany({ where: { id: entry.userId ?? "" }, data: { suspendedUntil } });
      await takeBack(tx, entry.id, now);
    }
  }
}

/** A warning that was read stays read; one that was not is never seen. */
async function takeBack(tx: Tx, actId: string, now: Date): Promise<void> {
  const data = { readAt: now, mailedAt: now, text: "This was taken back by a moderator." };
  await tx.notification.updateMany({ where: { cause: `act/${actId}` }, data });
}
