import type { Database, Tx } from "#lib/db/database";
import { lockThread } from "#lib/discussion/write/answer-votes";
import { isObject, readColumn } from "#lib/exam/json-columns";
import type { Act } from "../acts.ts";
import { actsOnPeople } from "../may-act-on.ts";
import type { Verdict } from "./decide-reports.ts";
import { setState, showAgain } from "./hide-comment.ts";
import type { ActEntry } from "./log-act.ts";

/** Acts that say in turn how one thing stands, and what it is a thing of. */
const successions = [
  { acts: ["hide", "restore", "dismiss"], of: "commentId" },
  { acts: ["mark", "unmark"], of: "commentId" },
  { acts: ["lock", "unlock"], of: "questionId" },
  { acts: ["pin", "unpin"], of: "questionId" },
  { acts: ["suspend", "lift"], of: "userId" },
] as const satisfies readonly { readonly acts: readonly Act[]; readonly of: string }[];

interface LoggedAct {
  readonly id: string;
  readonly act: string;
  readonly commentId: string | null;
  readonly questionId: string | null;
  readonly userId: string | null;
  readonly before: string;
  readonly createdAt: Date;
}

/** Brings back what an act replaced, unless a later act has replaced what it did. */
export async function undoChange(db: Database, tx: Tx, actId: string, now: Date): Promise<void> {
  const entry = await tx.moderationAct.findUniqueOrThrow({
    where: { id: actId },
    select: { id: true, act: true, commentId: true, questionId: true, userId: true, before: true, createdAt: true },
  });
  if (entry.questionId !== null) await lockThread(tx, entry.questionId);
  const before = readColumn<ActEntry["before"]>("what an act replaced", entry.before, isObject);
  if (!(await isOverruled(tx, entry))) await bringBack(db, tx, entry, before, now);
  if (entry.act === "hide" && before.state === "hidden") await reopenReports(tx, entry, "upheld");
  if (entry.act === "restore" || entry.act === "dismiss") await reopenReports(tx, entry, "dismissed");
  if (actsOnPeople.includes(entry.act)) await takeBack(tx, entry.id, now);
}

/** Whether a later act on the same thing stands. That one then has before it what this one had. */
async function isOverruled(tx: Tx, { act, before, createdAt, ...entry }: LoggedAct): Promise<boolean> {
  const succession = successions.find(({ acts }) => acts.some((each) => each === act));
  if (succession === undefined) return false;
  const { acts, of } = succession;
  const later = await tx.moderationAct.findFirst({
    where: { act: { in: [...acts] }, [of]: entry[of], undoneAt: null, createdAt: { gt: createdAt } },
    orderBy: { createdAt: "asc" },
    select: { id: true },
  });
  if (later === null) return false;
  await tx.moderationAct.update({ where: { id: later.id }, data: { before }, select: { id: true } });
  return true;
}

async function bringBack(db: Database, tx: Tx, entry: LoggedAct, before: ActEntry["before"], now: Date): Promise<void> {
  const [commentId, questionId] = [entry.commentId ?? "", entry.questionId ?? ""];
  const thread = { where: { questionId }, select: { questionId: true } } as const;
  switch (entry.act as Act) {
    case "hide":
      if (before.state !== "hidden") await showAgain(db, tx, commentId, now);
      return;
    case "restore":
    case "dismiss":
      if (before.state === "hidden") await setState(tx, commentId, "shown", "hidden");
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
    case "suspend":
    case "lift": {
      const suspendedUntil = before.suspendedUntil ? new Date(before.suspendedUntil) : null;
      await tx.user.updateMany({ where: { id: entry.userId ?? "" }, data: { suspendedUntil } });
      return;
    }
    case "warn":
      return;
  }
}

/** Somebody has to look once more. */
async function reopenReports(tx: Tx, { commentId }: LoggedAct, verdict: Verdict): Promise<void> {
  const where = { commentId: commentId ?? "", verdict };
  await tx.report.updateMany({ where, data: { verdict: null, decidedAt: null } });
}

/** A warning that was read stays read; one that was not is never seen. */
async function takeBack(tx: Tx, actId: string, now: Date): Promise<void> {
  const data = { readAt: now, mailedAt: now, kind: "taken-back", text: "" };
  await tx.notification.updateMany({ where: { cause: `act/${actId}` }, data });
}
