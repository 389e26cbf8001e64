import { fail, ok, type Result } from "#lib/exam/result";
import { type CheckRefusal, checkAnswer } from "./check-answer.ts";
import { getItem, type ItemView } from "./queries.ts";

/** What a page puts in place when an answer has been checked. */
export type Revealed = Pick<ItemView, "secret" | "isWithheld">;

/**
 * Commits the answer that is kept for an item and gives what may be shown of it from then on: the disclosure rule is asked
 * after the commit, as on every page, and not taken for granted. Again it gives the same.
 */
export async function revealItem(request: Parameters<typeof checkAnswer>[0]): Promise<Result<Revealed, CheckRefusal>> {
  const checked = await checkAnswer(request);
  if (!checked.ok) return checked;
  const { db, viewer, attemptId, position } = request;
  const item = await getItem(db, viewer, attemptId, position);
  return item === null ? fail("no-such-item") : ok({ secret: item.secret, isWithheld: item.isWithheld });
}
