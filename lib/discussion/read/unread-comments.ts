import type { Database } from "#lib/db/database";

/** How many are counted. */
const most = 100;

/** The comments of others that were posted here after a moment: the first of them, and how many up to 100; null for none. */
export async function unreadComments(
  db: Database,
  { questionId, userId, since }: { readonly questionId: string; readonly userId: string; readonly since: Date },
): Promise<{ readonly count: number; readonly firstId: string } | null> {
  const rows = await db.read.comment.findMany({
    where: { questionId, state: "shown", createdAt: { gt: since }, authorId: { not: userId } },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    take: most,
    select: { id: true },
  });
  const [first] = rows;
  return first === undefined ? null : { count: rows.length, firstId: first.id };
}
