import type { Database } from "#lib/db/database";
import { undoMs } from "../undo.ts";
import type { Visits } from "../visits.ts";

/** What a page shows around a thread's comments. */
export interface ThreadHead {
  /** The question's current wording. */
  readonly revisionId: string;
  readonly commentCount: number;
  readonly isLocked: boolean;
  /** JSON of `KeptVotes`. */
  readonly votes: string;
  readonly isMuted: boolean;
  /** Whether the reader deleted a comment a moment ago. */
  readonly mayUndo: boolean;
  readonly visits: Visits;
}

type Reader = { readonly userId: string; readonly learnerId: string };

interface HeadRow {
  readonly revisionId: string;
  readonly commentCount: number | null;
  readonly lockedAt: Date | null;
  readonly votes: string | null;
  readonly mutedBy: string | null;
  readonly undoableId: string | null;
  readonly threadSeenAt: Date | null;
  readonly threadSeenBefore: Date | null;
}

/** Everything about a thread except its comments, in one statement. `userId` is empty without an account. */
export async function readHead(
  db: Database,
  questionId: string,
  { userId, learnerId }: Reader,
  now: Date,
): Promise<ThreadHead> {
  const [row] = await db.read.$queryRaw<HeadRow[]>`
    SELECT q."revisionId", t."commentCount", t."lockedAt", t."votes", m."userId" AS "mutedBy", d."threadSeenAt", d."threadSeenBefore", (
      SELECT c."id" FROM "Comment" c
      WHERE c."questionId" = q."id" AND c."authorId" = ${userId} AND c."state" = 'deleted'
        AND c."deletedAt" > ${new Date(now.getTime() - undoMs)} LIMIT 1
    ) AS "undoableId"
    FROM "Question" q
    LEFT JOIN "Thread" t ON t."questionId" = q."id"
    LEFT JOIN "ThreadMute" m ON m."questionId" = q."id" AND m."userId" = ${userId}
    LEFT JOIN "Disclosure" d ON d."questionId" = q."id" AND d."learnerId" = ${learnerId}
    WHERE q."id" = ${questionId}`;
  if (row === undefined) throw new Error(`question ${questionId} is not in the database`);
  return {
    revisionId: row.revisionId,
    commentCount: row.commentCount ?? 0,
    isLocked: row.lockedAt !== null,
    votes: row.votes ?? "[]",
    isMuted: row.mutedBy !== null,
    mayUndo: row.undoableId !== null,
    visits: { seenAt: row.threadSeenAt, seenBefore: row.threadSeenBefore },
  };
}
