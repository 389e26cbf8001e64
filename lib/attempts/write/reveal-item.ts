import { ok, type Result } from "#lib/exam/result";
import { listItems, viewItems } from "../read/view-items.ts";
import type { Revealed } from "../wire.ts";
import { type CheckRefusal, checkAnswer } from "./check-answer.ts";

/**
 * Commits the stored answer to an item and returns what may be shown from then on. The disclosure rule is checked after
 * the commit, as on every page, rather than assumed. Idempotent.
 */
export async function revealItem(request: Parameters<typeof checkAnswer>[0]): Promise<Result<Revealed, CheckRefusal>> {
  const checked = await checkAnswer(request);
  if (!checked.ok) return checked;
  const { db, viewer, attemptId, position, now } = request;
  // Only the owner of an attempt may check its items.
  const [item] = await viewItems(db, viewer, checked.value, await listItems(db, attemptId, position), now);
  if (item === undefined) throw new Error(`item ${position} of attempt ${attemptId} was checked and is gone`);
  return ok({ secret: item.secret, isWithheld: item.isWithheld });
}
