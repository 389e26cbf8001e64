import type { Tx } from "#lib/db/database";

/**
 * A deleted comment leaves the thread unless it has replies. If the last reply of a deleted parent leaves, the parent
 * leaves too.
 */
export async function unlist(tx: Tx, commentId: string): Promise<void> {
  for (let id: string | null = commentId; id !== null; ) {
    const comment: { parentId: string | null } | null = await tx.comment.findUnique({
      where: { id, state: "deleted", childCount: 0, listed: true },
      select: { parentId: true },
    });
    if (comment === null) return;
    await tx.comment.update({ where: { id }, data: { listed: false }, select: { id: true } });
    await countChildren(tx, comment.parentId, -1);
    id = comment.parentId;
  }
}

/** Restores a comment to its place, and with it the placeholders above it. */
export async function relist(tx: Tx, commentId: string): Promise<void> {
  for (let id: string | null = commentId; id !== null; ) {
    const comment: { parentId: string | null } | null = await tx.comment.findUnique({
      where: { id, listed: false },
      select: { parentId: true },
    });
    if (comment === null) return;
    await tx.comment.update({ where: { id }, data: { listed: true }, select: { id: true } });
    await countChildren(tx, comment.parentId, 1);
    id = comment.parentId;
  }
}

async function countChildren(tx: Tx, parentId: string | null, change: number): Promise<void> {
  if (parentId === null) return;
  await tx.comment.update({
    where: { id: parentId },
    data: { childCount: { increment: change } },
    select: { id: true },
  });
}
