import { openDB } from "idb";
import type { KnownRegister } from "./sync/registers.ts";

/** The newest values of an attempt that this device knows, sent or not. Makes no store where there is none. */
export async function keptOf(attemptId: string): Promise<readonly KnownRegister[]> {
  const names = await indexedDB.databases();
  if (!names.some(({ name }) => name === "mockdown-answers")) return [];
  const db = await openDB("mockdown-answers", 1);
  const kept = await db.getAll("known", IDBKeyRange.bound([attemptId], [attemptId, []]));
  db.close();
  return kept as readonly KnownRegister[];
}
