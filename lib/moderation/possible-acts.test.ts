import { describe, expect, it } from "vitest";
import { type Moderated, possibleActs } from "./possible-acts.ts";

const untouched: Moderated = {
  isHidden: false,
  hasReports: false,
  isPinned: false,
  isMarked: false,
  isLocked: false,
  author: { isSuspended: false },
};
const possible = (more: Partial<Moderated>) => possibleActs({ ...untouched, ...more });

describe("what a moderator is offered", () => {
  it("is what changes something of a comment that nothing was done to", () => {
    expect(possible({})).toEqual(["hide", "pin", "mark", "lock", "warn", "suspend"]);
  });

  it("is the way back of what was done", () => {
    const done = { isHidden: true, isPinned: true, isMarked: true, isLocked: true, author: { isSuspended: true } };
    expect(possible(done)).toEqual(["restore", "unpin", "unmark", "unlock", "warn", "lift"]);
  });

  it("is a verdict on reports, also where they have hidden the comment", () => {
    expect(possible({ hasReports: true }).slice(0, 2)).toEqual(["hide", "dismiss"]);
    expect(possible({ hasReports: true, isHidden: true }).slice(0, 2)).toEqual(["hide", "restore"]);
  });

  it("is nothing against somebody who has no account, or whom the moderator may not act on", () => {
    expect(possible({ author: null })).toEqual(["hide", "pin", "mark", "lock"]);
  });
});
