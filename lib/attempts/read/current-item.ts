import { cache } from "react";
import { currentViewer } from "#lib/auth/read/current-viewer";
import { database } from "#lib/db/current";
import { isOver } from "#lib/exam/attempt";
import { examTime } from "../write/clock-watch.ts";
import { finishAttempt } from "../write/finish.ts";
import { getItemOf, type ItemView } from "./attempt.ts";
import { currentAttempt } from "./current-attempt.ts";

/**
 * The item that the current request is for; "finished" if its attempt is finished, null if there is none. An overdue
 * attempt is finished first. Items of a finished attempt are not read: their keys would count as served. Read once for
 * the page and its title.
 */
export const currentAttemptItem = cache(itemOf);

async function itemOf(attemptId: string, position: number): Promise<ItemView | "finished" | null> {
  const attempt = await currentAttempt(attemptId);
  if (attempt === null) return null;
  if (attempt.finishedAt !== null) return "finished";
  const [viewer, db, now] = [await currentViewer(), database(), examTime()];
  if (!isOver(attempt.sitting, now)) return getItemOf(db, viewer, attempt, position, now);
  await finishAttempt({ db, viewer, attemptId, now });
  return "finished";
}
