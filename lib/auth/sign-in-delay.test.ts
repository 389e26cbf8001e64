import { expect, it } from "vitest";
import { signInDelayMs } from "./sign-in-delay.ts";

it("slows down tries at one account after ten, and never beyond eight seconds", () => {
  expect([1, 10, 11, 12, 13, 16, 17, 1_000_000].map(signInDelayMs)).toEqual([
    0, 0, 250, 500, 1_000, 8_000, 8_000, 8_000,
  ]);
});
