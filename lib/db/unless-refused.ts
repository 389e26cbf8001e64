import { fail, ok, type Result } from "#lib/exam/result";
import { causeOf } from "./cause-of.ts";
import { patienceMs, withPatience } from "./patience.ts";
import type { SavingCause } from "./saving-refused.ts";

/** What `work`, a request that began just now, gives; or why the database does not serve it. Other errors are thrown. */
export async function unlessRefused<T>(work: () => Promise<T>): Promise<Result<T, SavingCause>> {
  try {
    return ok(await withPatience(patienceMs, work));
  } catch (error) {
    const cause = causeOf(error);
    if (cause === null) throw error;
    return fail(cause);
  }
}
