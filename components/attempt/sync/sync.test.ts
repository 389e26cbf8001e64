import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { inRun } from "../../../tests/support/run-length.ts";
import type { Passage } from "../../../tests/support/simulated-attempt-server.ts";
import { SimulatedAttemptServer } from "../../../tests/support/simulated-attempt-server.ts";
import { type Outbox, openMemoryOutbox } from "./outbox.ts";
import { createSync, type Sync } from "./sync.ts";

beforeEach(
  () =>
    void vi.useFakeTimers({
      toFake: ["setTimeout", "clearTimeout", "setInterval", "clearInterval", "Date", "performance"],
    }),
);
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** The store of a browser, which outlives its pages, and whose disk can fail. */
function createDisk() {
  const store = openMemoryOutbox();
  let isBroken = false;
  const may =
    <W extends unknown[], T>(job: (...words: W) => Promise<T>) =>
    async (...words: W) => {
      if (isBroken) throw new Error("QuotaExceededError");
      return job(...words);
    };
  const outbox: Outbox = {
    put: may(store.put),
    list: may(store.list),
    remove: may(store.remove),
    registers: may(store.registers),
    learn: may(store.learn),
    forget: may(store.forget),
  };
  const fail = () => {
    isBroken = true;
  };
  return { outbox, fail };
}

/** One browser with tabs of one attempt, as `runSync` connects them. */
function createBrowser(outbox: Outbox) {
  const tabs = new Map<number, { sync: Sync; close: () => void }>();
  function open(name: number) {
    const serverNow = new Date().toISOString();
    const start = { attemptId: "a", serverNow, clockEndsAt: null, finished: false, committed: 0 };
    const sync = createSync(start, async () => outbox);
    const poll = () => sync.poll().then((isUp) => isUp && sync.view().pending > 0 && sync.flush());
    const timer = setInterval(poll, 3_000);
    tabs.set(name, {
      sync,
      close() {
        clearInterval(timer);
        sync.end();
      },
    });
    void sync.begin(({ registers, poll: isNew }) => {
      for (const [other, tab] of tabs) {
        if (other === name) continue;
        if (registers) tab.sync.learn(registers);
        if (isNew) void tab.sync.poll();
      }
    });
    return sync;
  }
  return {
    tabs,
    tab: (name: number) => tabs.get(name)?.sync ?? open(name),
    reload(name: number) {
      tabs.get(name)?.close();
      open(name);
    },
  };
}

const passage = fc.constantFrom<Passage>("arrives", "arrives", "slow", "lost", "reply-lost", "gateway", "cut-short");
const change = fc.record({
  do: fc.constant("change" as const),
  tab: fc.nat(1),
  position: fc.integer({ min: 1, max: 2 }),
  isTyped: fc.boolean(),
});
const wait = fc.record({ do: fc.constant("wait" as const), ms: fc.oneof(fc.nat(60), fc.nat(4_000)) });
const reload = fc.record({ do: fc.constant("reload" as const), tab: fc.nat(1) });
const backUp = fc.constant({ do: "back-up" as const });
const restore = fc.constant({ do: "restore" as const });
const breakDisk = fc.constant({ do: "break-disk" as const });

type Step = ReturnType<typeof stepsOf> extends fc.Arbitrary<readonly (infer S)[]> ? S : never;

function stepsOf(...more: readonly (typeof reload | typeof backUp | typeof restore | typeof breakDisk)[]) {
  return fc.array(fc.oneof(change, change, wait, ...more), { minLength: 5, maxLength: 40 });
}

/** Plays the steps, mends the network, and gives everything a minute. */
async function play(passages: readonly Passage[], steps: readonly Step[]) {
  const server = new SimulatedAttemptServer(passages);
  vi.stubGlobal("fetch", server.fetch);
  const disk = createDisk();
  const browser = createBrowser(disk.outbox);
  /** Every click, and of a text being typed the last state. */
  const given = new Map<string, string>();
  let count = 0;
  let isRestored = false;
  for (const step of steps) {
    if (step.do === "change") {
      const { tab, position, isTyped } = step;
      const field = isTyped ? "note" : "answer";
      const value = `${tab}: ${++count}`;
      given.set(isTyped ? `note ${position}` : `click ${count}`, value);
      const sync = browser.tab(tab);
      const place = `${position}/${field}`;
      await sync.record({ position, field, value, elapsedMs: 0 }, isTyped);
      expect(sync.view().registers.get(place)?.value).toBe(value);
    } else if (step.do === "wait") await vi.advanceTimersByTimeAsync(step.ms);
    else if (step.do === "reload") browser.reload(step.tab);
    else if (step.do === "back-up") server.backUp();
    else if (step.do === "break-disk") disk.fail();
    else {
      server.restore();
      isRestored = true;
    }
    const views = [...browser.tabs.values()].map(({ sync }) => sync.view());
    if (!isRestored && views.length > 0 && views.every(({ saveState }) => saveState === "saved"))
      expect([...given.values()].filter((value) => !server.values().has(value))).toEqual([]);
  }
  server.mendNetwork();
  await vi.advanceTimersByTimeAsync(60_000);
  for (const { close } of browser.tabs.values()) close();
  return { server, given, tabs: [...browser.tabs.values()].map(({ sync }) => sync) };
}

function expectAllSaved({ server, given, tabs }: Awaited<ReturnType<typeof play>>) {
  expect([...given.values()].filter((value) => !server.values().has(value))).toEqual([]);
  for (const sync of tabs) {
    expect(sync.view()).toMatchObject({ saveState: "saved", pending: 0, trouble: null, refused: {} });
    for (const [place, { value }] of server.newest()) expect(sync.view().registers.get(place)?.value).toBe(value);
  }
}

describe("an attempt in a browser with an unreliable network", () => {
  const runs = { numRuns: inRun(30, 400) };
  const passages = fc.array(passage, { minLength: 1, maxLength: 12 });

  it("loses no change, never shows Saved too early, and every tab ends with what the server holds", async () => {
    await fc.assert(
      fc.asyncProperty(passages, stepsOf(reload), async (ways, steps) => expectAllSaved(await play(ways, steps))),
      runs,
    );
  });

  it("loses no change while its pages stay open when the disk fails", async () => {
    await fc.assert(
      fc.asyncProperty(passages, stepsOf(breakDisk), async (ways, steps) => expectAllSaved(await play(ways, steps))),
      runs,
    );
  });

  it("gives an answer again whose state was restored away and then had its number again", async () => {
    const change = (position: number, isTyped: boolean) => ({ do: "change" as const, tab: 0, position, isTyped });
    // The reply to the last save before the restore is lost, and its repetition makes the lost state's number anew.
    const ways = ["arrives", "arrives", "arrives", "reply-lost", "cut-short", "arrives"] as const;
    for (let ms = 1_000; ms < 1_500; ms += 5) {
      const { server, tabs } = await play(ways, [
        change(1, true),
        { do: "wait", ms: 1_143 },
        change(1, true),
        { do: "back-up" },
        change(1, false),
        change(2, true),
        change(1, false),
        { do: "wait", ms },
        change(1, false),
        { do: "restore" },
      ]);
      for (const sync of tabs)
        for (const [place, { value }] of sync.view().registers)
          expect(server.newest().get(place)?.value, `${ms} ms, ${place}`).toBe(value);
    }
  });

  it("gives the newest answers again to a server that was restored to an earlier state", async () => {
    await fc.assert(
      fc.asyncProperty(passages, stepsOf(backUp, restore), async (ways, steps) => {
        const { server, tabs } = await play(ways, steps);
        for (const sync of tabs)
          for (const [place, { value }] of sync.view().registers) expect(server.newest().get(place)?.value).toBe(value);
      }),
      runs,
    );
  });
});
