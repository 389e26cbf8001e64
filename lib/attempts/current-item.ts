import { currentViewer } from "#lib/auth/current-viewer";
import { database } from "#lib/db/current";
import { isOver } from "#lib/exam/attempt";
import { finishAttempt } from "./finish.ts";
import { getItem, type ItemView } from "./queries.ts";

/** The item that the current request asks for. An attempt whose time is over is finished first. */
export async function currentAttemptItem(attemptId: string, position: number): Promise<ItemView | null> {
  const viewer = await currentViewer();
  const db = database();
  const item = await getItem(db, viewer, attemptId, position);
  if (item === null || item.attempt.finishedAt !== null) return item;
  const now = new Date();
  if (!isOver(item.attempt.sitting, now)) return item;
  await finishAttempt({ db, viewer, attemptId, now });
  return getItem(db, viewer, attemptId, position);
}
