import type { Choices } from "#components/discussion/comment-form";
import type { Place } from "#lib/discussion/place";
import type { OwnComment } from "#lib/discussion/read/get-own-comment";
import type { ThreadView } from "#lib/discussion/schema";

/** What every comment of a thread needs in order to be shown. */
export interface ThreadContext {
  readonly place: Place;
  readonly form: ThreadView["form"];
  /** The comment to which the address leads, which is marked; null without one. */
  readonly linked: string | null;
  readonly isMember: boolean;
  readonly mayModerate: boolean;
  readonly mayReply: boolean;
  readonly writer: {
    readonly examSlug: string;
    readonly questionName: string;
    /** Empty for a guest, who cannot write. */
    readonly writerId: string;
    readonly choices: Choices | null;
    /** Option ids in the order of the writer's letters; empty where a comment can name none. */
    readonly order: readonly string[];
    readonly requestId: string;
    /** For the one form that is open. */
    readonly unsent: OwnComment | null;
  };
  /** The text of the viewer's own comment that is being edited. */
  readonly edited: OwnComment | null;
  /** A report written before its author had to sign in again, if they have no script. */
  readonly unsentReport: { readonly reason: string; readonly detail: string } | null;
}

/** Ids of the two forms that all buttons of a thread belong to: one form per comment and button would make hundreds. */
export const actsForm = "thread-acts";
export const openForm = "thread-open";
