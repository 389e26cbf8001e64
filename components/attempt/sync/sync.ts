import { markWaiting } from "#lib/attempts/waiting-cookie";
import type { SyncState, Timed } from "#lib/attempts/wire";
import { createServerClock } from "./clock.ts";
import { type Change, type Outbox, openDeviceOutbox, openMemoryOutbox, type Pending } from "./outbox.ts";
import { type KnownRegister, mergeRegisters, placeOf, type Registers, takenBack } from "./registers.ts";
import { isTime, type LostEntry, request, sendEntries } from "./transport.ts";

export type SaveState = "starting" | "saved" | "saving" | "failed";

/** Counts of questions by the server's reason and the field that was set. */
export type Refusals = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** How an attempt stands on this device. */
export interface SyncView {
  readonly saveState: SaveState;
  /** How many changes the server has not confirmed. */
  readonly pending: number;
  /** Why the server takes nothing, when it is not the network. */
  readonly trouble: "signed-out" | "no-such-attempt" | null;
  /** False when the browser's storage is full or blocked. */
  readonly isDurable: boolean;
  /** How many changes do not count, by reason and by what was changed. */
  readonly refused: Refusals;
  readonly registers: Registers;
  /** Everything the server holds has arrived here once. */
  readonly isComplete: boolean;
  readonly finished: boolean;
  readonly over: boolean;
  readonly committed: number;
  readonly clockEndsAt: string | null;
  /** Unsent answers of an attempt that is over have just been taken: the result has changed. */
  readonly delivered: number;
}

export interface SyncStart {
  readonly attemptId: string;
  readonly serverNow: string;
  readonly clockEndsAt: string | null;
  readonly finished: boolean;
  readonly committed: number;
}

const retryMs = [1_000, 2_000, 3_000, 5_000, 8_000] as const;
const pollMs = 3_000;
const batchSize = 200;
/** A sentence being typed is sent when the typing pauses. */
const typingMs = 400;
/** Writing a cookie can hold the page up for milliseconds: a change that is confirmed within this time needs none. */
const markMs = 250;

function isState({ serverTime, registers, sequence }: Partial<Timed<SyncState>>): boolean {
  return isTime(serverTime) && Array.isArray(registers) && Number.isInteger(sequence);
}

function counted(refused: Refusals, reason: string, field: string): Refusals {
  const counts = refused[reason] ?? {};
  return { ...refused, [reason]: { ...counts, [field]: (counts[field] ?? 0) + 1 } };
}

export type Sync = ReturnType<typeof createSync>;

/**
 * One attempt on this device: keeps each change at once, sends until the server holds it, and learns what other tabs
 * and devices changed.
 */
export function createSync(start: SyncStart) {
  const { attemptId } = start;
  const clock = createServerClock(Date.parse(start.serverNow), () => performance.now());
  const memory = openMemoryOutbox();
  const listeners = new Set<() => void>();
  let view: SyncView = {
    saveState: "starting",
    pending: 0,
    trouble: null,
    isDurable: true,
    refused: {},
    registers: new Map(),
    isComplete: false,
    finished: start.finished,
    over: start.finished,
    committed: start.committed,
    clockEndsAt: start.clockEndsAt,
    delivered: 0,
  };
  // A click may come before `run`: it waits for the device, it does not go past it.
  let opened: (outbox: Outbox | null) => void = () => {};
  const device = new Promise<Outbox | null>((resolve) => {
    opened = resolve;
  });
  /** What this tab made and the server has not confirmed: a store that is cleared in mid-exam must not take it away. */
  const own = new Map<string, Pending>();
  let channel: BroadcastChannel | null = null;
  let sequence = 0;
  let asked = 0;
  let heard = 0;
  let recording = 0;
  let failures = 0;
  let isDirty = false;
  // Null until it is written: an earlier visit may have left the mark or not.
  let isMarked: boolean | null = null;
  let draining: Promise<boolean> | null = null;
  let retryTimer: ReturnType<typeof setTimeout> | undefined;
  let markTimer: ReturnType<typeof setTimeout> | undefined;
  let pollTimer: ReturnType<typeof setInterval> | undefined;

  function tell(change: Partial<SyncView>) {
    const before = view.saveState;
    view = { ...view, ...change };
    if (view.saveState !== before) {
      clearTimeout(markTimer);
      if (view.saveState === "saved") mark();
      else markTimer = setTimeout(mark, markMs);
    }
    for (const listener of listeners) listener();
  }

  /** Lets the browser say with each request for a page of the attempt whether anything waits here. */
  function mark() {
    const isWaiting = view.saveState !== "saved";
    if (isWaiting !== isMarked) markWaiting(attemptId, isWaiting);
    isMarked = isWaiting;
  }

  function learn(registers: readonly KnownRegister[]) {
    const merged = mergeRegisters(view.registers, registers);
    if (merged !== view.registers) tell({ registers: merged });
  }

  /** Tries the device first; what it refuses is kept in memory and the learner is told. */
  async function put(change: Change, known: number, isTyped: boolean): Promise<Pending> {
    const outbox = await device;
    try {
      if (outbox !== null) return await outbox.put(change, known, isTyped);
    } catch {
      // Full or taken away in the meantime; from now on the learner knows that only the server keeps answers.
    }
    tell({ isDurable: false });
    return memory.put(change, known, isTyped);
  }

  async function listPending(): Promise<readonly Pending[]> {
    const kept = await memory.list();
    const outbox = await device;
    const onDevice = outbox === null ? [] : await outbox.list().catch(() => [] as readonly Pending[]);
    const listed = new Map([...own.values(), ...kept, ...onDevice].map((entry) => [keyOf(entry), entry]));
    return [...listed.values()];
  }

  function keep(entry: Pending, isTyped: boolean) {
    if (isTyped) for (const [key, other] of own) if (placeOf(other) === placeOf(entry)) own.delete(key);
    own.set(keyOf(entry), entry);
  }

  async function each(job: (outbox: Outbox) => Promise<void>) {
    await job(memory);
    const outbox = await device;
    if (outbox !== null) await job(outbox).catch(() => tell({ isDurable: false }));
  }

  /** `seen` is the version that the page was rendered with: a new value must be newer than what the learner saw. */
  async function record(change: Omit<Change, "madeAt">, isTyped = false, seen = 0): Promise<void> {
    recording++;
    isDirty = true;
    tell({ saveState: "saving" });
    const known = Math.max(seen, view.registers.get(placeOf(change))?.version ?? 0);
    const madeAt = new Date(clock.now()).toISOString();
    const entry = await put({ ...change, madeAt }, known, isTyped).finally(() => recording--);
    keep(entry, isTyped);
    learn([entry]);
    channel?.postMessage({ registers: [entry] });
    // While the server cannot be reached the next try is already set: not one more for every click.
    if (failures > 0) tell({ saveState: "failed", pending: view.pending + 1 });
    else if (isTyped) {
      clearTimeout(retryTimer);
      retryTimer = setTimeout(flush, typingMs);
    } else void flush();
  }

  function flush(): Promise<boolean> {
    clearTimeout(retryTimer);
    draining ??= drain().finally(() => {
      draining = null;
    });
    return draining;
  }

  async function drain(): Promise<boolean> {
    for (;;) {
      isDirty = false;
      const entries = await listPending();
      if (entries.length === 0 && recording === 0 && !isDirty) {
        failures = 0;
        tell({ saveState: "saved", pending: 0 });
        return true;
      }
      if (entries.length === 0) {
        await new Promise((resolve) => setTimeout(resolve, 5));
        continue;
      }
      tell({ pending: entries.length, saveState: failures === 0 ? "saving" : "failed" });
      if (!(await sendBatch(entries))) return false;
    }
  }

  async function sendBatch(entries: readonly Pending[]): Promise<boolean> {
    const batch = entries.filter((entry) => entry.clientId === entries[0]?.clientId).slice(0, batchSize);
    const sent = await sendEntries(attemptId, batch);
    if (sent.state !== "answered") {
      const trouble = sent.state === "signed-out" || sent.state === "no-such-attempt" ? sent.state : null;
      tell({ saveState: "failed", trouble });
      const pause = retryMs[Math.min(failures++, retryMs.length - 1)] as number;
      clearTimeout(retryTimer);
      retryTimer = setTimeout(flush, pause * (0.75 + Math.random() / 2));
      return false;
    }
    failures = 0;
    const { serverTime, refused, finished, sequence: number } = sent.body;
    // Each state has a higher number than the one before, but for a restore: then everything is compared.
    if (number !== undefined && number <= sequence) sequence = 0;
    if (serverTime !== "") clock.sample(Date.parse(serverTime), sent.sentAt, sent.receivedAt);
    await settle(batch, refused);
    const wasOver = view.over;
    tell({ trouble: null, ...(finished ? { finished, over: true } : {}) });
    if (wasOver && refused.length < batch.length) tell({ delivered: view.delivered + 1 });
    channel?.postMessage({ poll: true });
    return true;
  }

  /** Takes sent entries out of the outbox; what was refused is counted, and the server's word counts for it again. */
  async function settle(batch: readonly Pending[], refused: readonly LostEntry[]) {
    const reasons = new Map(refused.map((each) => [`${placeOf(each)}/${each.version}`, each.reason]));
    const lost = batch.filter((entry) => reasons.has(`${placeOf(entry)}/${entry.version}`));
    for (const entry of batch) own.delete(keyOf(entry));
    if (lost.length > 0) unlearn(lost);
    await each((outbox) => outbox.remove(batch));
    if (lost.length === 0) return;
    await each((outbox) => outbox.forget(lost));
    const reasonOf = (entry: Pending) => reasons.get(`${placeOf(entry)}/${entry.version}`) ?? "";
    const again: Pending[] = [];
    for (const entry of lost)
      if (reasonOf(entry) === "version-taken") again.push(await put(entry, entry.version, false));
    let counts = view.refused;
    // A question answered in several steps is one answer to whoever gave it.
    const told = lost.filter((entry) => reasonOf(entry) !== "version-taken" && entry.field !== "time");
    const places = new Map(told.map((entry) => [`${reasonOf(entry)} ${placeOf(entry)}`, entry]));
    for (const entry of places.values()) counts = counted(counts, reasonOf(entry), entry.field);
    sequence = 0;
    tell({ refused: counts });
    learn(again);
  }

  /** Not known any more, so that it is not taken for something that a restore took from the server. */
  function unlearn(lost: readonly Pending[]) {
    const left = new Map(view.registers);
    for (const entry of lost) left.delete(placeOf(entry));
    tell({ registers: left });
  }

  /** Asks what other devices changed and what time it is. False when the server cannot be asked. */
  async function poll(): Promise<boolean> {
    const turn = ++asked;
    const after = sequence;
    const sentBefore = after === 0 ? await listSent() : null;
    const sent = await request<Timed<SyncState>>(`/api/attempts/${attemptId}/answers?after=${after}`, isState);
    if (sent.state !== "answered") {
      if (sent.state === "signed-out" || sent.state === "no-such-attempt") tell({ trouble: sent.state });
      return false;
    }
    const { body, sentAt, receivedAt } = sent;
    clock.sample(Date.parse(body.serverTime), sentAt, receivedAt);
    // A slow reply says how it was before a quicker one: an attempt that has ended would run again.
    if (turn < heard) return true;
    heard = turn;
    if (body.sequence < after) {
      sequence = 0;
      return poll();
    }
    // Set to 0 in the meantime, it stays so: everything is to be asked for.
    if (sequence >= after) sequence = body.sequence;
    if (sentBefore !== null) sendAgain(takenBack(sentBefore, body.registers));
    learn(body.registers);
    if (body.registers.length > 0) await each((outbox) => outbox.learn(body.registers));
    const { finished, over, committed, clockEndsAt } = body;
    const same =
      view.isComplete &&
      view.trouble === null &&
      finished === view.finished &&
      over === view.over &&
      committed === view.committed &&
      clockEndsAt === view.clockEndsAt;
    if (!same) tell({ finished, over, committed, clockEndsAt, isComplete: true, trouble: null });
    return true;
  }

  /** What the server has acknowledged, as far as this device knows. */
  async function listSent(): Promise<Registers> {
    const pending = new Set((await listPending()).map(keyOf));
    return new Map([...view.registers].filter(([, register]) => !pending.has(keyOf(register))));
  }

  /** The server was put back to an earlier state: what it took before, it is given again, by the same rules. */
  function sendAgain(registers: readonly KnownRegister[]) {
    if (registers.length === 0) return;
    const now = new Date(clock.now()).toISOString();
    const entries = registers.map((register) => ({ madeAt: now, elapsedMs: 0, ...register }));
    for (const entry of entries) own.set(keyOf(entry), entry);
    // A drain that has just found nothing left looks again.
    isDirty = true;
    failures = Math.max(failures, 1);
    tell({ saveState: "failed", pending: entries.length });
    void flush();
  }

  function keyOf(entry: KnownRegister): string {
    return `${entry.clientId}/${placeOf(entry)}/${entry.version}`;
  }

  function look() {
    if (document.visibilityState !== "visible") return;
    void poll().then((isUp) => isUp && view.pending > 0 && flush());
  }

  function leave() {
    if (view.saveState !== "starting") mark();
    void flush();
  }

  return {
    attemptId,
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    view: () => view,
    serverNow: clock.now,
    record,
    flush,
    poll,
    learn,
    run() {
      void openDeviceOutbox(attemptId).then(opened, () => {
        tell({ isDurable: false });
        opened(null);
      });
      void device.then(async (outbox) => {
        if (outbox !== null) learn(await outbox.registers().catch(() => []));
        // "Saved" is said when the server has told what it holds.
        if ((await listPending()).length > 0) await flush();
        await poll();
        await flush();
      });
      if (typeof BroadcastChannel !== "undefined") {
        channel = new BroadcastChannel(`mockdown-attempt-${attemptId}`);
        channel.onmessage = ({ data }: MessageEvent<{ registers?: KnownRegister[]; poll?: boolean }>) => {
          if (data.registers) learn(data.registers);
          if (data.poll) void poll();
        };
        if (start.finished) channel.postMessage({ poll: true });
      }
      pollTimer = setInterval(() => {
        if (!view.finished) look();
      }, pollMs);
      addEventListener("online", look);
      addEventListener("focus", look);
      addEventListener("pageshow", look);
      addEventListener("pagehide", leave);
      document.addEventListener("visibilitychange", look);
      return () => {
        clearInterval(pollTimer);
        clearTimeout(retryTimer);
        clearTimeout(markTimer);
        removeEventListener("online", look);
        removeEventListener("focus", look);
        removeEventListener("pageshow", look);
        removeEventListener("pagehide", leave);
        document.removeEventListener("visibilitychange", look);
        channel?.close();
        channel = null;
      };
    },
  };
}
