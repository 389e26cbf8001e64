import { confirmClock } from "#lib/attempts/write/clock-watch";
import { type ReopenRefusal, reopenAttempt } from "#lib/attempts/write/reopen";
import { database } from "#lib/db/current";
import { CommandRefused } from "./end-with.ts";

const refusals: Readonly<Record<ReopenRefusal, string>> = {
  "no-such-attempt":
    "there is no attempt with this id: take it from the address of the attempt's pages, after /attempts/",
  "still-running": "this attempt has not ended: there is nothing to reopen",
  "submitted-by-learner": "its learner submitted this attempt: only attempts that the clock submitted can be reopened",
};

/** Reopens an attempt that the clock submitted, and prints the new deadline. */
export async function reopenCommand(attemptId: string, options: { readonly reason: string }): Promise<void> {
  const reason = options.reason.trim();
  if (reason === "" || reason.length > 500)
    throw new CommandRefused("give a reason of 1 to 500 characters: the learner reads it on the result");
  const db = database();
  try {
    const reopened = await reopenAttempt({ db, attemptId, reason, now: new Date() });
    if (!reopened.ok) throw new CommandRefused(refusals[reopened.error]);
    process.stdout.write(`Attempt ${attemptId} is open again until ${reopened.value.toISOString()}\n`);
  } finally {
    await db.close();
  }
}

/** Confirms that the clock of this machine is right. */
export async function confirmClockCommand(): Promise<void> {
  const db = database();
  const now = new Date();
  try {
    await confirmClock(db, now);
    process.stdout.write(
      `Noted that ${now.toISOString()} is right: overdue exams are submitted from the next round on\n`,
    );
  } finally {
    await db.close();
  }
}
