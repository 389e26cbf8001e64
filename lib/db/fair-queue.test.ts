import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { createFairQueue } from "./fair-queue.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const forever = () => new Promise<never>(() => {});

it("refuses each job at its own time, in the order they came, and never runs it", async () => {
  const { inTurn } = createFairQueue({ atOnce: 1, mostWaiting: 10 });
  const ran: number[] = [];
  const heard: number[] = [];
  void inTurn(forever, Number.POSITIVE_INFINITY);
  const start = performance.now();
  for (const n of [1, 2, 3])
    inTurn(async () => void ran.push(n), start + 1_000 * n).catch((error) => heard.push(n, error.reason));
  await vi.advanceTimersByTimeAsync(2_500);
  expect(heard).toEqual([1, "busy", 2, "busy"]);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(heard).toEqual([1, "busy", 2, "busy", 3, "busy"]);
  expect(ran).toEqual([]);
});

it("runs jobs in the order they came, one after a failure too", async () => {
  const { inTurn } = createFairQueue({ atOnce: 1, mostWaiting: 10 });
  const ran: number[] = [];
  const jobs = [1, 2, 3].map((n) =>
    inTurn(async () => {
      ran.push(n);
      if (n === 2) throw new Error("two");
      return n;
    }, performance.now() + 1_000),
  );
  expect((await Promise.allSettled(jobs)).map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
  expect(ran).toEqual([1, 2, 3]);
});

it("lets a job wait for ever that never gives up", async () => {
  const { inTurn } = createFairQueue({ atOnce: 1, mostWaiting: 1 });
  let finish = () => {};
  const first = inTurn(() => new Promise<void>((resolve) => (finish = resolve)), 1_000);
  const patient = inTurn(async () => "ran", Number.POSITIVE_INFINITY);
  await vi.advanceTimersByTimeAsync(3_600_000);
  finish();
  await first;
  expect(await patient).toBe("ran");
});

it("refuses at once beyond its bound, and takes more again when there is room", async () => {
  const { inTurn } = createFairQueue({ atOnce: 1, mostWaiting: 2 });
  let finish = () => {};
  const first = inTurn(() => new Promise<void>((resolve) => (finish = resolve)), performance.now() + 1_000);
  const later = [1, 2].map((n) => inTurn(async () => n, performance.now() + 1_000));
  await expect(inTurn(async () => 3, performance.now() + 1_000)).rejects.toMatchObject({ reason: "queue-full" });
  finish();
  await first;
  expect(await Promise.all(later)).toEqual([1, 2]);
  expect(await inTurn(async () => 4, performance.now() + 1_000)).toBe(4);
});
