import type { CodeOf } from "#lib/messages/words";

/** Why a form around signing in was refused as a whole. */
export type EntryRefusal = CodeOf<"entry", "refused-">;
