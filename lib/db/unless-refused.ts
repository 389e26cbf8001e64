import { fail, ok, type Result } from "#lib/exam/result";
import { causeOf } from "./cause-of.ts";
import { patienceMs, withPatience } from "./patience.ts";
import type { SavingCause } from "./saving-refused.ts";

/** The result of `work`, a request that has just begun, or why the database cannot serve it. Other errors are thrown. */
export async function unlessRefused<T>(work: () => Promise<T>): Promise<Result<T, SavingCause>> {
  try {
    return ok(await withPatience(patienceMs, work));
  } catch (error) {
    const cause = causeOf(error);
    if (cause === null) throw error;
    return fail(cause);
  }
}
