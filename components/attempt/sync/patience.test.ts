import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { createPatience } from "./patience.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const after = (ms: number) => new Promise<number>((resolve) => setTimeout(resolve, ms, ms));

it("waits for each of many jobs that end one after the other", async () => {
  const within = createPatience(3_000);
  const jobs = Promise.all([2_000, 4_000, 6_000, 8_000, 10_000].map((ms) => within(() => after(ms))));
  await vi.advanceTimersByTimeAsync(10_000);
  expect(await jobs).toHaveLength(5);
});

it("gives a store up that ends no job for so long, for good", async () => {
  const within = createPatience(3_000);
  const jobs = Promise.allSettled([1_000, 60_000, 70_000].map((ms) => within(() => after(ms))));
  await vi.advanceTimersByTimeAsync(7_000);
  expect((await jobs).map(({ status }) => status)).toEqual(["fulfilled", "rejected", "rejected"]);
  await expect(within(() => after(0))).rejects.toThrow("storage does not answer");
});
