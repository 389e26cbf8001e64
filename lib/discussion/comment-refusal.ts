import type { CodeOf } from "#lib/messages/words";

/** Why a comment was refused. Its text stays in the form. */
export type CommentRefusal = CodeOf<"thread", "refused-">;
/** Why a report was refused. */
export type ReportRefusal = CodeOf<"thread", "report-refused-">;

/** What the schemas say. */
export const commentProblems = ["empty", "too-long", "unseen"] as const satisfies readonly CommentRefusal[];
export const reportProblems = ["reason", "too-long", "unseen"] as const satisfies readonly ReportRefusal[];
