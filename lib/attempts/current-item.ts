import { currentViewer } from "#lib/auth/current-viewer";
import { database } from "#lib/db/current";
import { isOver } from "#lib/exam/attempt";
import { examTime } from "./clock-watch.ts";
import { currentAttempt } from "./current-attempt.ts";
import { finishAttempt } from "./finish.ts";
import { getItemOf, type ItemView } from "./queries.ts";

/**
 * The item that the current request asks for, "finished" when its attempt is, null when there is none. An attempt whose
 * time is over is finished first. Nothing is read of a finished one: its keys would count as served.
 */
export async function currentAttemptItem(attemptId: string, position: number): Promise<ItemView | "finished" | null> {
  const attempt = await currentAttempt(attemptId);
  if (attempt === null) return null;
  if (attempt.finishedAt !== null) return "finished";
  const [viewer, db, now] = [await currentViewer(), database(), examTime()];
  if (!isOver(attempt.sitting, now)) return getItemOf(db, viewer, attempt, position, now);
  await finishAttempt({ db, viewer, attemptId, now });
  return "finished";
}
