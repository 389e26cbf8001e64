import { describe, expect, it } from "vitest";
import { wilson } from "./wilson.ts";

describe("wilson", () => {
  it("is nothing without votes and with downs alone", () => {
    expect(wilson(0, 0)).toBe(0);
    expect(wilson(0, 9)).toBeCloseTo(0, 10);
  });

  it("agrees with published values at 95 %", () => {
    expect(wilson(1, 0)).toBeCloseTo(0.2065, 3);
    expect(wilson(10, 0)).toBeCloseTo(0.7225, 3);
    expect(wilson(5, 5)).toBeCloseTo(0.2366, 3);
  });

  it("ranks many votes of a good share above few of a perfect one", () => {
    expect(wilson(40, 2)).toBeGreaterThan(wilson(2, 0));
  });

  it("grows with every up and shrinks with every down", () => {
    for (let n = 0; n < 50; n++) {
      expect(wilson(n + 1, 3)).toBeGreaterThan(wilson(n, 3));
      expect(wilson(10, n + 1)).toBeLessThan(wilson(10, n));
    }
  });
});
