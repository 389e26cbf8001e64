import { lookIntoStore } from "../sync/device-store.ts";
import type { KnownRegister } from "../sync/registers.ts";

/** The newest values of an attempt that this device knows, sent or not. */
export async function keptOf(attemptId: string): Promise<readonly KnownRegister[]> {
  return (await lookIntoStore((db) => db.getAll("known", IDBKeyRange.bound([attemptId], [attemptId, []])))) ?? [];
}
