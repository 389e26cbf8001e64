import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import type { Pending } from "./outbox.ts";
import type { KnownRegister } from "./registers.ts";

export const storeName = "mockdown-answers";
export const storeVersion = 1;

/** What this device holds of all attempts. */
export interface Store extends DBSchema {
  pending: {
    key: [attemptId: string, position: number, field: string, version: number];
    value: Pending & { attemptId: string };
  };
  known: { key: [attemptId: string, position: number, field: string]; value: KnownRegister & { attemptId: string } };
  meta: { key: string; value: string };
}

/** What `look` finds in the store of this device; null if there is none. Creates none. */
export async function lookIntoStore<T>(look: (db: IDBPDatabase<Store>) => Promise<T>): Promise<T | null> {
  const names = await indexedDB.databases();
  if (!names.some(({ name }) => name === storeName)) return null;
  const db = await openDB<Store>(storeName, storeVersion);
  return look(db).finally(() => db.close());
}
