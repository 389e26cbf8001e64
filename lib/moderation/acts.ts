/** What a moderator can do, in the order in which it is offered. */
export const acts = [
  "hide",
  "restore",
  "dismiss",
  "lock",
  "unlock",
  "pin",
  "unpin",
  "mark",
  "unmark",
  "warn",
  "suspend",
  "lift",
] as const;
export type Act = (typeof acts)[number];
