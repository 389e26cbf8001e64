import { type Change, type Outbox, openMemoryOutbox, type Pending } from "./outbox.ts";
import { type KnownRegister, nameOf, placeOf } from "./registers.ts";

/** Names one change of one client. */
export function keyOf(entry: KnownRegister): string {
  return `${entry.clientId}/${nameOf(entry)}`;
}

/**
 * The unconfirmed changes of an attempt, wherever they could be kept: on the device, else in memory. `opening` is the store of
 * the device, null where there is none; `whenRefused` is called each time that the device does not take a change.
 */
export function createKeptChanges(opening: Promise<Outbox | null>, whenRefused: () => void) {
  const memory = openMemoryOutbox();
  /** What this tab made and the server has not confirmed: a store that is cleared in mid-exam must not take it away. */
  const own = new Map<string, Pending>();

  async function both(job: (outbox: Outbox) => Promise<void>) {
    await job(memory);
    const device = await opening;
    if (device !== null) await job(device).catch(whenRefused);
  }

  return {
    /** Tries the device first; what it refuses is kept in memory. */
    async put(change: Change, known: number, isTyped: boolean): Promise<Pending> {
      const device = await opening;
      try {
        if (device !== null) return await device.put(change, known, isTyped);
      } catch {
        // Full or taken away in the meantime: from now on only the server keeps answers, and the page says so.
      }
      whenRefused();
      return memory.put(change, known, isTyped);
    },
    /** Holds the tab's own copy of a change; a text being typed takes the place of its earlier states. */
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
