/** Spec files whose faults take minutes: set clocks, chosen moments of death, whole exams. `npm run test:long` has them. */
export const longOnly = ["bank", "clock", "exam", "guest", "kills", "release", "saving", "store"] as const;

/**
 * Spec files whose faults lie in the browser, the network or a clock, and meet the same server on either database. A short
 * run has them on SQLite, the long run on both.
 */
export const onSqliteAlone = ["adversary", "devices", "jump", "network", "restore", "time"] as const;
