import { type IDBPDatabase, openDB } from "idb";
import type { EntryField } from "#lib/exam/entries";
import { lookIntoStore, type Store, storeName, storeVersion } from "./device-store.ts";
import { createPatience } from "./patience.ts";
import { type KnownRegister, mergeRegisters, nameOf, placeOf, type Registers } from "./registers.ts";

/** A change as the learner makes it. */
export interface Change {
  readonly position: number;
  readonly field: EntryField;
  readonly value: unknown;
  /** The server's time as this device estimates it, ISO 8601. */
  readonly madeAt: string;
  readonly elapsedMs: number;
}

/** A change waiting to be sent. */
export interface Pending extends Change {
  readonly version: number;
  readonly clientId: string;
}

/** What this device holds of one attempt. */
export interface Outbox {
  /**
   * Stores a change and gives it the next version of its field, in one step that no other tab can interrupt. A text
   * field keeps only its last unsent text.
   */
  readonly put: (change: Change, known: number, isTyped: boolean) => Promise<Pending>;
  readonly list: () => Promise<readonly Pending[]>;
  readonly remove: (entries: readonly Pending[]) => Promise<void>;
  /** The newest values that this device ever knew: those it made and those it received. */
  readonly registers: () => Promise<readonly KnownRegister[]>;
  readonly learn: (registers: readonly KnownRegister[]) => Promise<void>;
  /** Removes what the server refused, so that the server's value counts. */
  readonly forget: (entries: readonly Pending[]) => Promise<void>;
}

const patienceMs = 3_000;

/** Opens the outbox of one attempt on this device; rejects if the browser cannot store anything. */
export async function openDeviceOutbox(attemptId: string): Promise<Outbox> {
  const opening = openDB<Store>(storeName, storeVersion, {
    upgrade(database) {
      database.createObjectStore("pending", { keyPath: ["attemptId", "position", "field", "version"] });
      database.createObjectStore("known", { keyPath: ["attemptId", "position", "field"] });
      database.createObjectStore("meta");
    },
  });
  const late = new Promise<never>((_, reject) => setTimeout(reject, patienceMs, new Error("storage does not answer")));
  return withPatience(onDevice(await Promise.race([opening, late]), attemptId));
}

/**
 * A store that another tab locks, or a disk that hangs, does not answer. It is given up for the lifetime of the page,
 * so that no answer waits for it on its way to the server.
 */
function withPatience(outbox: Outbox): Outbox {
  const within = createPatience(patienceMs);
  const patient =
    <W extends unknown[], T>(job: (...words: W) => Promise<T>) =>
    (...words: W) =>
      within(() => job(...words));
  return {
    put: patient(outbox.put),
    list: patient(outbox.list),
    remove: patient(outbox.remove),
    registers: patient(outbox.registers),
    learn: patient(outbox.learn),
    forget: patient(outbox.forget),
  };
}

function onDevice(db: IDBPDatabase<Store>, attemptId: string): Outbox {
  const all = IDBKeyRange.bound([attemptId], [attemptId, []]);
  return {
    async put(change, known, isTyped) {
      const tx = db.transaction(["pending", "known", "meta"], "readwrite", { durability: "strict" });
      const { position, field } = change;
      const clientId = (await tx.objectStore("meta").get("client")) ?? crypto.randomUUID();
      void tx.objectStore("meta").put(clientId, "client");
      const held = await tx.objectStore("known").get([attemptId, position, field]);
      const version = Math.max(known, held?.version ?? 0) + 1;
      const pending = { ...change, version, clientId };
      if (isTyped)
        void tx
          .objectStore("pending")
          .delete(IDBKeyRange.bound([attemptId, position, field], [attemptId, position, field, []]));
      void tx.objectStore("pending").put({ ...pending, attemptId });
      void tx.objectStore("known").put({ ...pending, attemptId });
      await tx.done;
      return pending;
    },
    list: () => db.getAll("pending", all),
    async remove(entries) {
      const tx = db.transaction("pending", "readwrite");
      for (const { position, field, version } of entries) void tx.store.delete([attemptId, position, field, version]);
      await tx.done;
    },
    registers: () => db.getAll("known", all),
    async learn(registers) {
      const tx = db.transaction("known", "readwrite");
      const held = new Map(
        (await tx.store.getAll(all)).map((register) => [placeOf(register), register as KnownRegister]),
      );
      const merged = mergeRegisters(held, registers);
      for (const register of registers)
        if (merged.get(placeOf(register)) === register) void tx.store.put({ ...register, attemptId });
      await tx.done;
    },
    async forget(entries) {
      const tx = db.transaction("known", "readwrite");
      for (const { position, field } of entries) void tx.store.delete([attemptId, position, field]);
      await tx.done;
    },
  };
}

/** The same in memory, for when the browser's storage is full or blocked: then only the server stores answers. */
export function openMemoryOutbox(): Outbox {
  const clientId = crypto.randomUUID();
  let pending: readonly Pending[] = [];
  let known: Registers = new Map();
  return {
    async put(change, knownVersion, isTyped) {
      const version = Math.max(knownVersion, known.get(placeOf(change))?.version ?? 0) + 1;
      const entry = { ...change, version, clientId };
      if (isTyped) pending = pending.filter((other) => placeOf(other) !== placeOf(change));
      pending = [...pending, entry];
      known = mergeRegisters(known, [entry]);
      return entry;
    },
    list: async () => pending,
    async remove(entries) {
      const sent = new Set(entries.map(nameOf));
      pending = pending.filter((entry) => !sent.has(nameOf(entry)));
    },
    registers: async () => [...known.values()],
    async learn(registers) {
      known = mergeRegisters(known, registers);
    },
    async forget(entries) {
      const left = new Map(known);
      for (const entry of entries) left.delete(placeOf(entry));
      known = left;
    },
  };
}

/** The attempts of which this device holds something unsent. */
export async function attemptsWithPending(): Promise<readonly string[]> {
  const keys = await lookIntoStore((db) => db.getAllKeys("pending"));
  return [...new Set(keys?.map(([attemptId]) => attemptId))];
}
