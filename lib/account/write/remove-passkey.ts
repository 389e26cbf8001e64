import type { Database } from "#lib/db/database";

/** Removes a passkey if it belongs to this account. */
export async function removePasskey(db: Database, userId: string, id: string): Promise<void> {
  await db.write((tx) => tx.passkey.deleteMany({ where: { id, userId } }));
}
