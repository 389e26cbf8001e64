import type { SyncState, Timed } from "#lib/attempts/wire";
import { createServerClock } from "./clock.ts";
import { createHorizon } from "./horizon.ts";
import { createKeptChanges, keyOf } from "./kept-changes.ts";
import { advance, atRest, type Command, type LoopEvent } from "./loop.ts";
import { type Change, type Outbox, openDeviceOutbox, type Pending } from "./outbox.ts";
import { countRefusals, lostOf } from "./refusals.ts";
import { type KnownRegister, mergeRegisters, placeOf, type Registers, takenBack } from "./registers.ts";
import { type SyncStart, type SyncView, viewAtStart } from "./sync-view.ts";
import { isTime, request, sendEntries } from "./transport.ts";

const batchSize = 200;

/** The messages between the tabs of a browser: what was changed, or that the server holds something new. */
export interface TabMessage {
  readonly registers?: readonly KnownRegister[];
  readonly poll?: boolean;
}

function isState({ serverTime, registers, sequence }: Partial<Timed<SyncState>>): boolean {
  return isTime(serverTime) && Array.isArray(registers) && Number.isInteger(sequence);
}

export type Sync = ReturnType<typeof createSync>;

/**
 * One attempt on this device: stores each change at once, sends until the server holds it, and learns what other tabs
 * and devices changed. `run-sync.ts` connects it to a page.
 */
export function createSync(start: SyncStart, openOutbox: (attemptId: string) => Promise<Outbox> = openDeviceOutbox) {
  const { attemptId } = start;
  const clock = createServerClock(Date.parse(start.serverNow), () => performance.now());
  const horizon = createHorizon();
  const listeners = new Set<() => void>();
  let view = viewAtStart(start);
  let loop = atRest;
  // A click may come before `begin`: it waits for the device and does not bypass it.
  let opened: (outbox: Outbox | null) => void = () => {};
  const opening = new Promise<Outbox | null>((resolve) => {
    opened = resolve;
  });
  const kept = createKeptChanges(opening, () => show({ isDurable: false }));
  let tellTabs: (message: TabMessage) => void = () => {};
  /** Asks the server whether it still holds the last change that it confirmed to this page; empty before the first. */
  let asksForLast = "";
  let draining: Promise<boolean> | null = null;
  let flushTimer: ReturnType<typeof setTimeout> | undefined;

  function show(change: Partial<SyncView>) {
    view = { ...view, ...change };
    for (const listener of listeners) listener();
  }

  function take(event: LoopEvent): Command {
    const [next, command] = advance(loop, event);
    loop = next;
    const { saveState, pending } = loop;
    if (saveState !== view.saveState || pending !== view.pending) show({ saveState, pending });
    if (command.do === "flush") {
      clearTimeout(flushTimer);
      if (command.afterMs === 0) void flush();
      else flushTimer = setTimeout(flush, command.afterMs);
    }
    return command;
  }

  function learn(registers: readonly KnownRegister[]) {
    const merged = mergeRegisters(view.registers, registers);
    if (merged !== view.registers) show({ registers: merged });
  }

  /** `seen` is the version that the page was rendered with: a new value must be newer than what the learner saw. */
  async function record(change: Omit<Change, "madeAt">, isTyped = false, seen = 0): Promise<void> {
    take({ type: "change-begun" });
    const known = Math.max(seen, view.registers.get(placeOf(change))?.version ?? 0);
    const madeAt = new Date(clock.now()).toISOString();
    const entry = await kept.put({ ...change, madeAt }, known, isTyped);
    kept.hold(entry, isTyped);
    learn([entry]);
    tellTabs({ registers: [entry] });
    take({ type: "change-kept", isTyped });
  }

  /** Sends what waits; resolves to whether the server holds everything. */
  function flush(): Promise<boolean> {
    clearTimeout(flushTimer);
    draining ??= drain().finally(() => {
      draining = null;
    });
    return draining;
  }

  async function drain(): Promise<boolean> {
    let entries: readonly Pending[] = [];
    let command = take({ type: "flush-asked" });
    for (;;) {
      if (command.do === "read-outbox") {
        const { afterMs } = command;
        if (afterMs > 0) await new Promise((resolve) => setTimeout(resolve, afterMs));
        entries = await kept.list();
        command = take({ type: "outbox-read", pending: entries.length });
      } else if (command.do === "send-batch")
        command = take(
          (await sendBatch(entries)) ? { type: "batch-answered" } : { type: "batch-failed", chance: Math.random() },
        );
      else return loop.phase === "resting";
    }
  }

  async function sendBatch(entries: readonly Pending[]): Promise<boolean> {
    const batch = entries.filter((entry) => entry.clientId === entries[0]?.clientId).slice(0, batchSize);
    const sent = await sendEntries(attemptId, batch);
    if (sent.state !== "answered") {
      show({ trouble: sent.state === "signed-out" || sent.state === "no-such-attempt" ? sent.state : null });
      return false;
    }
    const { serverTime, refused, finished, sequence } = sent.body;
    if (sequence !== undefined) horizon.saved(sequence);
    if (serverTime !== "") clock.sample(Date.parse(serverTime), sent.sentAt, sent.receivedAt);
    const wasOver = view.over;
    await settle(batch, lostOf(batch, refused));
    show({ trouble: null, ...(finished ? { finished, over: true } : {}) });
    if (wasOver && refused.length < batch.length) show({ delivered: view.delivered + 1 });
    tellTabs({ poll: true });
    return true;
  }

  /** Removes sent entries from the outbox. What was refused is counted, and the server's value applies again. */
  async function settle(batch: readonly Pending[], lost: ReturnType<typeof lostOf>) {
    const entries = lost.map(({ entry }) => entry);
    kept.release(batch);
    if (lost.length > 0) unlearn(entries);
    await kept.remove(batch);
    const [first] = batch;
    // A batch is saved as a whole, so any of it stands for all.
    if (first && lost.length === 0) asksForLast = `&holds=${keyOf(first)}`;
    if (lost.length === 0) return;
    await kept.forget(entries);
    const again: Pending[] = [];
    for (const { entry, reason } of lost)
      if (reason === "version-taken") again.push(await kept.put(entry, entry.version, false));
    horizon.reset();
    show({ refused: countRefusals(view.refused, lost) });
    learn(again);
  }

  /** Forgets it, so that it does not look like something that a restore removed from the server. */
  function unlearn(entries: readonly Pending[]) {
    const left = new Map(view.registers);
    for (const entry of entries) left.delete(placeOf(entry));
    show({ registers: left });
  }

  /** Asks what other devices changed and what time it is. False if the server cannot be asked. */
  async function poll(): Promise<boolean> {
    const question = horizon.ask();
    const { after } = question;
    const sentBefore = after === 0 ? await listSent() : null;
    const sent = await request<Timed<SyncState>>(
      `/api/attempts/${attemptId}/answers?after=${after}${asksForLast}`,
      isState,
    );
    if (sent.state !== "answered") {
      if (sent.state === "signed-out" || sent.state === "no-such-attempt") show({ trouble: sent.state });
      return false;
    }
    const { body, sentAt, receivedAt } = sent;
    clock.sample(Date.parse(body.serverTime), sentAt, receivedAt);
    if (body.holds === false) {
      // Restored to an earlier state, which since then may have come to the same number again.
      asksForLast = "";
      horizon.reset();
      return poll();
    }
    const worth = horizon.hear(question, body.sequence);
    if (worth === "late") return true;
    if (worth === "restored") return poll();
    if (sentBefore !== null) sendAgain(takenBack(sentBefore, body.registers));
    learn(body.registers);
    if (body.registers.length > 0) await kept.learn(body.registers);
    const { finished, over, committed, clockEndsAt } = body;
    const news = { finished, over, committed, clockEndsAt, isComplete: true, trouble: null };
    if (Object.entries(news).some(([name, value]) => view[name as keyof SyncView] !== value)) show(news);
    return true;
  }

  /** What the server has acknowledged, as far as this device knows. */
  async function listSent(): Promise<Registers> {
    const pending = new Set((await kept.list()).map(keyOf));
    return new Map([...view.registers].filter(([, register]) => !pending.has(keyOf(register))));
  }

  /** The server was restored to an earlier state: what it held before is sent again, by the same rules. */
  function sendAgain(registers: readonly KnownRegister[]) {
    if (registers.length === 0) return;
    const madeAt = new Date(clock.now()).toISOString();
    for (const register of registers) kept.hold({ madeAt, elapsedMs: 0, ...register }, false);
    take({ type: "taken-back", pending: registers.length });
  }

  /** Opens the outbox and sends what an earlier visit left. "Saved" is shown once the server has said what it holds. */
  async function begin(announce: (message: TabMessage) => void): Promise<void> {
    tellTabs = announce;
    void openOutbox(attemptId).then(opened, () => {
      show({ isDurable: false });
      opened(null);
    });
    learn(await kept.registers());
    if ((await kept.list()).length > 0) await flush();
    await poll();
    await flush();
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
    begin,
    end() {
      clearTimeout(flushTimer);
      tellTabs = () => {};
    },
  };
}
