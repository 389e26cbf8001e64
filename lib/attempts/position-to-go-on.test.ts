import { expect, it } from "vitest";
import { positionToGoOn } from "./position-to-go-on.ts";

const map = [
  { position: 1, answered: true, committed: true },
  { position: 2, answered: true, committed: false },
  { position: 3, answered: false, committed: false },
];

it("leads back to the first question that wants an answer, or where answers are checked one by one, a check", () => {
  expect(positionToGoOn(map, { from: 1, to: 3 }, "at-end")).toBe(3);
  expect(positionToGoOn(map, { from: 1, to: 3 }, "at-once")).toBe(2);
});

it("stays within the open section, at its first question when nothing is left", () => {
  expect(positionToGoOn(map, { from: 1, to: 2 }, "at-end")).toBe(1);
  expect(positionToGoOn(map, { from: 3, to: 3 }, "at-end")).toBe(3);
});
