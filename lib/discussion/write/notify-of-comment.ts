import type { Member } from "#lib/auth/viewer";
import type { Database, Tx } from "#lib/db/database";
import { type NewNotification, notify } from "#lib/notifications/write/notify";
import { mentionsIn } from "../mentions-in.ts";

interface Posted {
  readonly id: string;
  readonly questionId: string;
  readonly parentId: string | null;
  readonly html: string;
  readonly member: Member;
}

/** Notifies the author of the parent and everyone who is mentioned, except people who muted the thread, and nobody twice. */
export async function notifyOfComment(db: Database, tx: Tx, posted: Posted, now: Date): Promise<void> {
  const { id, questionId, member } = posted;
  const replied = await authorOf(tx, posted.parentId);
  const mentioned = await findMentioned(tx, questionId, mentionsIn(posted.html));
  const people = new Map<string, NewNotification["kind"]>(mentioned.map((userId) => [userId, "mention"]));
  if (replied !== null) people.set(replied, "reply");
  people.delete(member.userId);
  if (people.size === 0) return;
  const mutes = await tx.threadMute.findMany({
    where: { questionId, userId: { in: [...people.keys()] } },
    select: { userId: true },
  });
  for (const { userId } of mutes) people.delete(userId);
  const news = [...people].map(([userId, kind]) => ({
    userId,
    kind,
    questionId,
    commentId: id,
    text: member.name,
    cause: `comment/${id}/${userId}`,
  }));
  await notify(db, tx, news, now);
}

async function authorOf(tx: Tx, commentId: string | null): Promise<string | null> {
  if (commentId === null) return null;
  const parent = await tx.comment.findUnique({ where: { id: commentId }, select: { authorId: true } });
  return parent?.authorId ?? null;
}

/** If several people have the same handle, those who wrote in this thread; otherwise the one person who has it. */
async function findMentioned(tx: Tx, questionId: string, handles: readonly string[]): Promise<string[]> {
  if (handles.length === 0) return [];
  const people = await tx.user.findMany({
    where: { handle: { in: [...handles] } },
    take: 200,
    select: { id: true, handle: true },
  });
  const found: string[] = [];
  for (const handle of handles) {
    const named = people.filter((person) => person.handle === handle).map((person) => person.id);
    if (named.length <= 1) found.push(...named);
    else found.push(...(await whoWrote(tx, questionId, named)));
  }
  return found;
}

async function whoWrote(tx: Tx, questionId: string, userIds: string[]): Promise<string[]> {
  const rows = await tx.comment.findMany({
    where: { questionId, authorId: { in: userIds } },
    distinct: ["authorId"],
    select: { authorId: true },
  });
  return rows.flatMap((row) => (row.authorId === null ? [] : [row.authorId]));
}
