import { Worker } from "node:worker_threads";
import { expect, it } from "vitest";
import { RenderPool } from "./render-pool.ts";

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
  const pool = new RenderPool({
    start,
    threads: 1,
    mostWaiting: 2,
    patienceMs: 60_000,
    limitMs: 5_000,
    prepareMs: 30_000,
  });
  const impatient = new RenderPool({
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
  const [first, second] = await Promise.all([pool.render("a"), pool.render("b")]);
  expect(first).toMatchObject({ state: "done", rendered: { text: "a" } });
  expect(second).toMatchObject({ state: "done", rendered: { text: "b" } });
  expect(started()).toBe(1);
});

it("ends a thread that does not come to an end, and goes on with another", async () => {
  const { impatient, started } = makePool();
  const [endless, next] = await Promise.all([impatient.render("endless"), impatient.render("next")]);
  expect(endless).toEqual({ state: "stopped" });
  expect(next).toMatchObject({ state: "done", rendered: { text: "next" } });
  expect(started()).toBe(2);
});

it("ends a thread that never begins", async () => {
  const start = () => new Worker(program, { eval: true });
  const pool = new RenderPool({
    start,
    threads: 1,
    mostWaiting: 2,
    patienceMs: 60_000,
    limitMs: 5_000,
    prepareMs: 200,
  });
  expect(await pool.render("unready")).toEqual({ state: "stopped" });
});

it("ends a thread that takes too much memory", async () => {
  const { pool } = makePool();
  expect(await pool.render("large")).toEqual({ state: "stopped" });
  expect(await pool.render("next")).toMatchObject({ state: "done" });
});

it("throws what a thread throws, and goes on with another", async () => {
  const { pool } = makePool();
  await expect(pool.render("broken")).rejects.toThrow("a bug");
  expect(await pool.render("next")).toMatchObject({ state: "done" });
});

it("lets no more texts wait than it may", async () => {
  const { pool } = makePool();
  const all = await Promise.all(["a", "b", "c", "d"].map((text) => pool.render(text)));
  expect(all.map(({ state }) => state)).toEqual(["done", "done", "done", "full"]);
});

it("refuses a text that has waited longer than it may", async () => {
  const start = () => new Worker(program, { eval: true });
  const pool = new RenderPool({ start, threads: 1, mostWaiting: 2, patienceMs: 20, limitMs: 200, prepareMs: 30_000 });
  const all = await Promise.all(["endless", "late", "later"].map((text) => pool.render(text)));
  expect(all.map(({ state }) => state)).toEqual(["stopped", "full", "full"]);
  expect(await pool.render("in time")).toMatchObject({ state: "done" });
});
