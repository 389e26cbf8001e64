/** Spec files whose faults take minutes: set clocks, chosen moments of death, whole exams. `npm run test:long` has them. */
export const longOnly = ["bank", "clock", "exam", "guest", "kills", "release", "saving", "store"] as const;
