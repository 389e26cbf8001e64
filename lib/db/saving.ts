import { signal } from "#lib/metrics/signals";
import { causeOf } from "./cause-of.ts";
import { isSavingRefused, type SavingCause, SavingRefused } from "./saving-refused.ts";

interface Outcome {
  /** Why it was refused, or null if it was saved. */
  readonly cause: SavingCause | null;
  /** By `performance.now()`. */
  readonly at: number;
}

/** What is known about saving to one database. */
export interface Saving {
  /** Why every save is refused without being tried; null if the next is tried. */
  readonly standing: () => SavingCause | null;
  /** How the last save ended; null before the first. */
  readonly last: () => Outcome | null;
}

/**
 * Decides whether a write may be acknowledged: not after the database has reported damage, and not while its path leads
 * to another file. Both are checked before a write and again after its commit. `isSameFile` is true if there is no
 * file.
 */
export function guardSaving(isSameFile: () => boolean) {
  let isDamaged = false;
  let last: Outcome | null = null;

  function standing(): SavingCause | null {
    if (isDamaged) return "damaged";
    return isSameFile() ? null : "replaced";
  }

  function refuseStanding(): void {
    const cause = standing();
    if (cause !== null) throw new SavingRefused(cause);
  }

  const saving: Saving = { standing, last: () => last };
  return {
    saving,
    /** Called with the error of every statement, including reads. */
    heard(error: unknown): void {
      if (causeOf(error) === "damaged") isDamaged = true;
    },
    /** Runs a write. Throws `SavingRefused`, or what the job throws. */
    async save<T>(write: () => Promise<T>): Promise<T> {
      try {
        refuseStanding();
        const result = await write();
        refuseStanding();
        last = { cause: null, at: performance.now() };
        return result;
      } catch (error) {
        const cause = causeOf(error);
        if (cause === null) throw error;
        last = { cause, at: performance.now() };
        signal("saving-refused", { cause });
        throw isSavingRefused(error) ? error : new SavingRefused(cause, { cause: error });
      }
    },
  };
}
