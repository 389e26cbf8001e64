import { type Act, acts } from "./acts.ts";

/** What stands of a comment, of its discussion and of its author, as far as acts of moderation change it. */
export interface Moderated {
  readonly isHidden: boolean;
  readonly hasReports: boolean;
  readonly isPinned: boolean;
  readonly isMarked: boolean;
  readonly isLocked: boolean;
  /** Null for an imported comment, and for whom this moderator may not act on. */
  readonly author: { readonly isSuspended: boolean } | null;
}

/** The acts that would change something, in the order in which they are offered. */
export function possibleActs(moderated: Moderated): readonly Act[] {
  const { isHidden, hasReports, isPinned, isMarked, isLocked, author } = moderated;
  const isPossible: Readonly<Record<Act, boolean>> = {
    // What readers' reports have hidden still waits for a verdict.
    hide: !isHidden || hasReports,
    restore: isHidden,
    dismiss: hasReports && !isHidden,
    pin: !isPinned,
    unpin: isPinned,
    mark: !isMarked,
    unmark: isMarked,
    lock: !isLocked,
    unlock: isLocked,
    warn: author !== null,
    suspend: author !== null && !author.isSuspended,
    lift: author?.isSuspended === true,
  };
  return acts.filter((act) => isPossible[act]);
}
