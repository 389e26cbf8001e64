import { type DBSchema, type IDBPDatabase, openDB } from "idb";

/** A change waiting to be sent, as `PUT /api/attempts/{id}/answers` takes it. */
export interface Pending {
  readonly position: number;
  readonly field: string;
  readonly version: number;
  readonly value: unknown;
  readonly madeAt: string;
  readonly elapsedMs: number;
}

interface Store extends DBSchema {
  pending: {
    key: [attemptId: string, position: number, field: string, version: number];
    value: Pending & { attemptId: string };
  };
}

/** What this device holds of an attempt that the server has not confirmed. */
export interface Outbox {
  readonly put: (entry: Pending) => Promise<void>;
  readonly list: () => Promise<readonly Pending[]>;
  readonly remove: (entries: readonly Pending[]) => Promise<void>;
  /** False when the browser keeps nothing for us: then only the server does. */
  readonly isDurable: boolean;
}

/** Opens the outbox of one attempt; in memory when the browser's storage is full or blocked. */
export async function openOutbox(attemptId: string): Promise<Outbox> {
  const memory = new Map<string, Pending>();
  const db = await openDB<Store>("mockdown", 1, {
    upgrade: (database) =>
      void database.createObjectStore("pending", { keyPath: ["attemptId", "position", "field", "version"] }),
  }).catch(() => null);
  if (db === null) return inMemory(memory);
  return inBrowser(db, attemptId);
}

function inBrowser(db: IDBPDatabase<Store>, attemptId: string): Outbox {
  return {
    isDurable: true,
    put: async (entry) => void (await db.put("pending", { ...entry, attemptId })),
    list: () => db.getAll("pending", IDBKeyRange.bound([attemptId], [attemptId, []])),
    remove: async (entries) => {
      const { store, done } = db.transaction("pending", "readwrite");
      await Promise.all(entries.map((entry) => store.delete([attemptId, entry.position, entry.field, entry.version])));
      await done;
    },
  };
}

function inMemory(entries: Map<string, Pending>): Outbox {
  const keyOf = (entry: Pending) => `${entry.position}/${entry.field}/${entry.version}`;
  return {
    isDurable: false,
    put: async (entry) => void entries.set(keyOf(entry), entry),
    list: async () => [...entries.values()],
    remove: async (sent) => sent.forEach((entry) => void entries.delete(keyOf(entry))),
  };
}
