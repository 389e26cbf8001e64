/** What a moderator can do, by what it is done to, in the order in which it is offered. */
export const actsOn = {
  comment: ["hide", "restore", "dismiss", "pin", "unpin", "mark", "unmark"],
  discussion: ["lock", "unlock"],
  author: ["warn", "suspend", "lift"],
} as const;

export const acts = [...actsOn.comment, ...actsOn.discussion, ...actsOn.author];
export type Act = (typeof acts)[number];
