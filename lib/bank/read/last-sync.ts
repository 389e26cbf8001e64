import type { Database } from "#lib/db/database";

/** When the last sync was, in milliseconds since 1970; 0 before the first. */
export async function lastSync(db: Database): Promise<number> {
  const state = await db.read.bankState.findUnique({ where: { id: 1 }, select: { syncedAt: true } });
  return state?.syncedAt.getTime() ?? 0;
}
