/**
 * Spec files, as paths below tests/e2e, that take minutes: set clocks, chosen moments of death, whole exams, large amounts,
 * releases. `npm run test:long` has them; `npm test` does not.
 */
export const longOnly = [
  "big-thread",
  "release",
  "three-years",
  "tracing",
  "faults/bank",
  "faults/clock",
  "faults/exam",
  "faults/guest",
  "faults/jump",
  "faults/kills",
  "faults/release",
  "faults/saving",
  "faults/store",
] as const;

/**
 * Spec files whose subject is the database, or everything at once. A short run has these on both databases and all others on
 * SQLite alone, because a browser, the network and a clock meet the same server on either; the long run has all on both. What
 * is disclosed when is asked on both by tests/integration (served-keys, blind-answers, reveal).
 */
export const onBothDatabases = ["faults/load", "faults/machines", "faults/server"] as const;

/** Details of a test that the long run alone has: another of the same kind is in the short run. */
export const longRun = { tag: "@long-run" };

/** Details of a test that the short run has on SQLite alone, though its file is in `onBothDatabases`. */
export const longRunOnPostgres = { tag: "@postgresql-in-long-run" };
