import { randomUUID } from "node:crypto";
import type { Tx } from "#lib/db/database";
import type { Act } from "../acts.ts";

export interface ActEntry {
  readonly act: Act;
  readonly moderatorId: string | null;
  readonly commentId: string | null;
  readonly questionId: string | null;
  readonly userId: string | null;
  readonly reason: string;
  /** What undoing brings back. */
  readonly before: Readonly<Record<string, string | null>>;
  readonly now: Date;
}

/** Logs an act with what it replaced, in the transaction that performs it. Returns its id. */
export async function logAct(tx: Tx, { before, now, ...entry }: ActEntry): Promise<string> {
  const id = randomUUID();
  await tx.moderationAct.create({
    data: { id, ...entry, before: JSON.stringify(before), createdAt: now },
    select: { id: true },
  });
  return id;
}
