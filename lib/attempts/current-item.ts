import { currentViewer } from "#lib/auth/current-viewer";
import { database } from "#lib/db/current";
import { isOver } from "#lib/exam/attempt";
import { currentAttempt } from "./current-attempt.ts";
import { finishAttempt } from "./finish.ts";
import { getItem, getItemOf, type ItemView } from "./queries.ts";

/** The item that the current request asks for. An attempt whose time is over is finished first. */
export async function currentAttemptItem(attemptId: string, position: number): Promise<ItemView | null> {
  const viewer = await currentViewer();
  const db = database();
  const attempt = await currentAttempt(attemptId);
  const now = new Date();
  const item = attempt === null ? null : await getItemOf(db, viewer, attempt, position, now);
  if (item === null || item.attempt.finishedAt !== null) return item;
  if (!isOver(item.attempt.sitting, now)) return item;
  await finishAttempt({ db, viewer, attemptId, now });
  return getItem(db, viewer, attemptId, position, now);
}
