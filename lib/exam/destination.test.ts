import { expect, it } from "vitest";
import { destination } from "./destination.ts";

const section = { from: 3, to: 5 };

it.each([
  ["next", "", 3, "4"],
  ["next", "", 5, "review"],
  ["previous", "", 4, "3"],
  ["previous", "", 3, "3"],
  ["finish", "", 4, "review"],
  ["go", "5", 3, "5"],
  ["go", "9", 3, "5"],
  ["go", "1", 4, "3"],
  ["go", "4.9", 3, "4"],
  ["go", "x", 4, "4"],
  ["flag", "", 4, "4"],
])("%s %s at question %i leads to %s", (intent, argument, position, expected) => {
  expect(destination(intent, argument, position, section)).toBe(expected);
});
