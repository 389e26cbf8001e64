export const acts = [
  "hide",
  "restore",
  "lock",
  "unlock",
  "pin",
  "unpin",
  "mark",
  "unmark",
  "warn",
  "suspend",
  "lift",
  "dismiss",
] as const;
export type Act = (typeof acts)[number];
