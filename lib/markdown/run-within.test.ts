import { expect, it } from "vitest";
import { runWithin } from "./run-within.ts";

it("gives the value of work that ends in time, and passes on what it throws", () => {
  expect(runWithin(10_000, () => 7)).toEqual({ ended: true, value: 7 });
  const broken = () => {
    throw new Error("a bug");
  };
  expect(() => runWithin(10_000, broken)).toThrow("a bug");
});

it("stops a loop, and a regular expression that would never end", () => {
  const loop = () => {
    for (;;);
  };
  expect(runWithin(50, loop)).toEqual({ ended: false });
  expect(runWithin(50, () => /^(a+)+$/.test(`${"a".repeat(60)}b`))).toEqual({ ended: false });
  expect(runWithin(10_000, () => "and works again")).toEqual({ ended: true, value: "and works again" });
});
