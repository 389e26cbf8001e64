import { randomUUID } from "node:crypto";
import type { Tx } from "#lib/db/database";

/** Gives an account this password; its first one if it has only signed in with a provider or a passkey so far. */
export async function setPassword(tx: Tx, userId: string, passwordHash: string, now: Date): Promise<void> {
  const where = { userId, providerId: "credential" };
  const data = { password: passwordHash, updatedAt: now };
  const { count } = await tx.account.updateMany({ where, data });
  if (count > 0) return;
  const first = { id: randomUUID(), accountId: userId, ...where, ...data, createdAt: now };
  await tx.account.create({ data: first, select: { id: true } });
}
