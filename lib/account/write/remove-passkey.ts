import type { Database } from "#lib/db/database";

/** Forgets a passkey of this account, if it has it. */
export async function removePasskey(db: Database, userId: string, id: string): Promise<void> {
  await db.write((tx) => tx.passkey.deleteMany({ where: { id, userId } }));
}
