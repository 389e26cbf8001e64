import { type Change, type Outbox, openMemoryOutbox, type Pending } from "./outbox.ts";
import { type KnownRegister, nameOf, placeOf } from "./registers.ts";

/** Names one change of one client. */
export function keyOf(entry: KnownRegister): string {
  return `${entry.clientId}/${nameOf(entry)}`;
}

/**
 * The unconfirmed changes of an attempt, wherever they can be stored: on the device, otherwise in memory. `opening` is
 * the store of the device, null if there is none; `whenRefused` is called each time the device refuses a change.
 */
export function createKeptChanges(opening: Promise<Outbox | null>, whenRefused: () => void) {
  const memory = openMemoryOutbox();
  /** This tab's own changes that the server has not confirmed: they must survive if the store is cleared during an exam. */
  const own = new Map<string, Pending>();

  async function both(job: (outbox: Outbox) => Promise<void>) {
    await job(memory);
    const device = await opening;
    if (device !== null) await job(device).catch(whenRefused);
  }

  return {
    /** Tries the device first; what it refuses is stored in memory. */
    async put(change: Change, known: number, isTyped: boolean): Promise<Pending> {
      const device = await opening;
      try {
        if (device !== null) return await device.put(change, known, isTyped);
      } catch {
        // Full or removed in the meantime: from now on only the server stores answers, and the page says so.
      }
      whenRefused();
      return memory.put(change, known, isTyped);
    },
    /** Keeps the tab's own copy of a change; a text being typed replaces its earlier states. */
    hold(entry: Pending, isTyped: boolean) {
      if (isTyped) for (const [key, other] of own) if (placeOf(other) === placeOf(entry)) own.delete(key);
      own.set(keyOf(entry), entry);
    },
    async list(): Promise<readonly Pending[]> {
      const inMemory = await memory.list();
      const device = await opening;
      const onDevice = device === null ? [] : await device.list().catch(() => [] as readonly Pending[]);
      return [...new Map([...own.values(), ...inMemory, ...onDevice].map((entry) => [keyOf(entry), entry])).values()];
    },
    release(entries: readonly Pending[]) {
      for (const entry of entries) own.delete(keyOf(entry));
    },
    remove: (entries: readonly Pending[]) => both((outbox) => outbox.remove(entries)),
    forget: (entries: readonly Pending[]) => both((outbox) => outbox.forget(entries)),
    learn: (registers: readonly KnownRegister[]) => both((outbox) => outbox.learn(registers)),
    /** What the device knew before this page was opened. */
    async registers(): Promise<readonly KnownRegister[]> {
      return (await (await opening)?.registers().catch(() => [])) ?? [];
    },
  };
}
