import type { Tx } from "#lib/db/database";

/** Whether the last moderation of a comment that was not undone hides it, whatever its state is now. */
export async function standsHidden(
  tx: { readonly moderationAct: Pick<Tx["moderationAct"], "findFirst"> },
  commentId: string,
): Promise<boolean> {
  const last = await tx.moderationAct.findFirst({
    where: { commentId, act: { in: ["hide", "restore", "dismiss"] }, undoneAt: null },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    select: { act: true },
  });
  return last?.act === "hide";
}
