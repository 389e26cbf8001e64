import { listText } from "#lib/dates/list-text";
import { absoluteTime, monthWords, relativeAge } from "#lib/dates/relative-age";
import { printMarks } from "#lib/discussion/letter-marks";
import { namesLetters } from "#lib/discussion/names-letters";
import type { CommentView } from "#lib/discussion/read/comment-views";
import type { Words } from "#lib/messages/words";

/** A comment as a reader sees it. Properties that are false or empty are left out, because every byte is sent twice. */
export interface ShownComment {
  readonly id: string;
  readonly author: string;
  readonly handle?: string;
  readonly at: string;
  /** "7 days ago", or for an imported one "around March 2026, imported". */
  readonly age: string;
  readonly absolute: string;
  readonly state?: "deleted" | "hidden";
  readonly html?: string;
  /** What the letters in the reader's own comment do, where it names options. */
  readonly letters?: "converted" | "kept";
  readonly selected?: string;
  readonly earlierWording?: number;
  readonly edited?: string;
  readonly own?: true;
  readonly isNew?: true;
  readonly vote?: number;
  readonly upvotes: number;
  readonly downvotes: number;
  readonly official?: true;
  readonly pinned?: true;
  readonly inReplyTo?: { readonly id: string; readonly author: string };
  readonly replies?: readonly ShownComment[];
  readonly hasEarlier?: true;
  readonly moreFrom?: number;
}

/** Shown instead of a name. */
const placeholders = {
  shown: "thread.deletedAccount",
  deleted: "thread.deletedComment",
  hidden: "thread.hiddenComment",
} as const;

/** `order`: option ids in the order of the reader's letters. */
export function toShownComment(t: Words, view: CommentView, order: readonly string[], now: Date): ShownComment {
  const { createdAt, isImported, importedAge, editedAt, state } = view;
  const isReadable = view.html !== null;
  return {
    id: view.id,
    author: view.author ?? t(placeholders[isReadable ? "shown" : state]),
    ...(view.handle && { handle: view.handle }),
    at: createdAt.toISOString(),
    age: isImported ? t("thread.imported", { month: monthWords(t, createdAt) }) : relativeAge(t, createdAt, now),
    absolute: importedAge ?? absoluteTime(t, createdAt),
    ...(view.state !== "shown" && { state: view.state }),
    ...(view.html !== null && { html: printMarks(t, view.html, { typedIn: view.typedIn, order }) }),
    ...(view.own &&
      view.state === "shown" &&
      namesLetters(view.html ?? "") && { letters: view.typedIn === null ? "kept" : "converted" }),
    ...(view.selected !== null && { selected: listText(t, view.selected) }),
    ...(view.earlierWording !== null && { earlierWording: view.earlierWording }),
    ...(editedAt !== null && { edited: absoluteTime(t, editedAt) }),
    ...(view.own && { own: true }),
    ...(view.isNew && { isNew: true }),
    ...(view.vote !== 0 && { vote: view.vote }),
    upvotes: view.upvotes,
    downvotes: view.downvotes,
    ...(view.official && { official: true }),
    ...(view.pinned && { pinned: true }),
    ...(view.inReplyTo !== null && {
      inReplyTo: { ...view.inReplyTo, author: view.inReplyTo.author ?? t("thread.aComment") },
    }),
    ...(view.replies.length > 0 && { replies: view.replies.map((reply) => toShownComment(t, reply, order, now)) }),
    ...(view.hasEarlier && { hasEarlier: true }),
    ...(view.moreFrom !== null && { moreFrom: view.moreFrom }),
  };
}
