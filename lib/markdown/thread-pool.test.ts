import { Worker } from "node:worker_threads";
import { expect, it } from "vitest";
import { ThreadPool } from "./thread-pool.ts";

/** What the program below makes. */
interface Made {
  readonly text: string;
  readonly html: string;
}

/** Says which thread it is; never ends with "endless", and breaks with "broken". */
const program = `
  const { parentPort, threadId } = require("node:worker_threads");
  parentPort.on("message", (text) => {
    if (text === "unready") for (;;);
    parentPort.postMessage({ clock: null });
    if (text === "endless") for (;;);
    if (text === "broken") throw new Error("a bug");
    if (text === "large") { const kept = []; for (;;) kept.push(new Array(100_000).fill(text + kept.length)); }
    parentPort.postMessage({ ok: true, html: String(threadId), text });
  });`;

function makePool() {
  let started = 0;
  const start = () => {
    started++;
    return new Worker(program, { eval: true, resourceLimits: { maxOldGenerationSizeMb: 32 } });
  };
  const pool = new ThreadPool<string, Made>({
    start,
    threads: 1,
    mostWaiting: 2,
    patienceMs: 60_000,
    limitMs: 5_000,
    prepareMs: 30_000,
  });
  const impatient = new ThreadPool<string, Made>({
    start,
    threads: 1,
    mostWaiting: 2,
    patienceMs: 60_000,
    limitMs: 20,
    prepareMs: 30_000,
  });
  return { pool, impatient, started: () => started };
}

it("renders one text after another in the same thread", async () => {
  const { pool, started } = makePool();
  const [first, second] = await Promise.all([pool.run("a"), pool.run("b")]);
  expect(first).toMatchObject({ state: "done", made: { text: "a" } });
  expect(second).toMatchObject({ state: "done", made: { text: "b" } });
  expect(started()).toBe(1);
});

it("ends a thread that does not come to an end, and goes on with another", async () => {
  const { impatient, started } = makePool();
  const [endless, next] = await Promise.all([impatient.run("endless"), impatient.run("next")]);
  expect(endless).toEqual({ state: "stopped" });
  expect(next).toMatchObject({ state: "done", made: { text: "next" } });
  expect(started()).toBe(2);
});

it("ends a thread that never begins", async () => {
  const start = () => new Worker(program, { eval: true });
  const pool = new ThreadPool<string, Made>({
    start,
    threads: 1,
    mostWaiting: 2,
    patienceMs: 60_000,
    limitMs: 5_000,
    prepareMs: 200,
  });
  expect(await pool.run("unready")).toEqual({ state: "stopped" });
});

it("ends a thread that takes too much memory", async () => {
  const { pool } = makePool();
  expect(await pool.run("large")).toEqual({ state: "stopped" });
  expect(await pool.run("next")).toMatchObject({ state: "done" });
});

it("throws what a thread throws, and goes on with another", async () => {
  const { pool } = makePool();
  await expect(pool.run("broken")).rejects.toThrow("a bug");
  expect(await pool.run("next")).toMatchObject({ state: "done" });
});

it("lets no more texts wait than it may", async () => {
  const { pool } = makePool();
  const all = await Promise.all(["a", "b", "c", "d"].map((text) => pool.run(text)));
  expect(all.map(({ state }) => state)).toEqual(["done", "done", "done", "full"]);
});

it("refuses a text that has waited longer than it may", async () => {
  const start = () => new Worker(program, { eval: true });
  const pool = new ThreadPool<string, Made>({
    start,
    threads: 1,
    mostWaiting: 2,
    patienceMs: 20,
    limitMs: 200,
    prepareMs: 30_000,
  });
  const all = await Promise.all(["endless", "late", "later"].map((text) => pool.run(text)));
  expect(all.map(({ state }) => state)).toEqual(["stopped", "full", "full"]);
  expect(await pool.run("in time")).toMatchObject({ state: "done" });
});
