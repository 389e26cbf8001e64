import { describe, expect, it } from "vitest";
import { createServerClock } from "./clock.ts";

function bench(startServer: number) {
  let mono = 500;
  const clock = createServerClock(startServer, () => mono);
  return { clock, pass: (ms: number) => (mono += ms), mono: () => mono };
}

describe("the server's clock in the browser", () => {
  it("goes on with the monotonic clock alone", () => {
    const { clock, pass } = bench(1_000_000);
    pass(60_000);
    expect(clock.now()).toBe(1_060_000);
  });

  it("is never wrong by more than half the shortest round trip", () => {
    const { clock, mono } = bench(1_000_000 + 8_000);
    clock.sample(1_000_000, mono() - 100, mono() + 100);
    expect(Math.abs(clock.now() - 1_000_000)).toBeLessThanOrEqual(100);
    clock.sample(1_000_500, mono() - 5_000, mono() + 5_000);
    expect(Math.abs(clock.now() - 1_000_000)).toBeLessThanOrEqual(100);
  });

  it("believes a slow sample that contradicts what it knew: the machine has slept", () => {
    const { clock, mono } = bench(1_000_000);
    clock.sample(1_000_000, mono() - 10, mono() + 10);
    clock.sample(1_000_000 + 3_600_000, mono() - 2_000, mono() + 2_000);
    expect(clock.now()).toBe(1_000_000 + 3_600_000);
  });
});
