import { ok, type Result } from "#lib/exam/result";
import { listItems, viewItems } from "../read/view-items.ts";
import type { Revealed } from "../wire.ts";
import { type CheckRefusal, checkAnswer } from "./check-answer.ts";

/**
 * Commits the answer that is kept for an item and gives what may be shown of it from then on: the disclosure rule is asked
 * after the commit, as on every page, and not taken for granted. Again it gives the same.
 */
export async function revealItem(request: Parameters<typeof checkAnswer>[0]): Promise<Result<Revealed, CheckRefusal>> {
  const checked = await checkAnswer(request);
  if (!checked.ok) return checked;
  const { db, viewer, attemptId, position, now } = request;
  // Who may check an item owns its attempt.
  const [item] = await viewItems(db, viewer, checked.value, await listItems(db, attemptId, position), now);
  if (item === undefined) throw new Error(`item ${position} of attempt ${attemptId} was checked and is gone`);
  return ok({ secret: item.secret, isWithheld: item.isWithheld });
}
