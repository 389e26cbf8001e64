import { getStanding } from "#lib/attempts/standing";
import type { Viewer } from "#lib/auth/viewer";
import type { Database } from "#lib/db/database";
import { mayDisclose } from "#lib/exam/disclosure";

export interface CommentView {
  readonly id: string;
  readonly author: string;
  readonly html: string;
  readonly createdAt: Date;
  readonly own: boolean;
}

export type Thread =
  | { readonly state: "open"; readonly comments: readonly CommentView[] }
  | { readonly state: "not-yet-disclosed" };

/** The comments on a question, newest first, once the viewer may see its key. */
export async function getThread(db: Database, viewer: Viewer, questionId: string): Promise<Thread> {
  if (!mayDisclose(await getStanding(db, viewer, questionId))) return { state: "not-yet-disclosed" };
  const rows = await db.read.comment.findMany({
    where: { questionId, deletedAt: null },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: 50,
    select: { id: true, html: true, createdAt: true, authorId: true, author: { select: { name: true } } },
  });
  const comments = rows.map(({ id, html, createdAt, authorId, author }) => ({
    id,
    html,
    createdAt,
    author: author.name,
    own: viewer.member?.userId === authorId,
  }));
  return { state: "open", comments };
}
