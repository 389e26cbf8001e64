import { expect, it } from "vitest";
import { formOpensOn } from "./form-opening.ts";
import { dayOf } from "./local-time.ts";

// A Thursday.
const examDay = dayOf("2026-12-24") as number;

it("opens a week before the exam", () => {
  expect(formOpensOn(examDay, [0, 1, 2, 3, 4, 5, 6])).toBe(dayOf("2026-12-17"));
  expect(formOpensOn(examDay, [1])).toBe(dayOf("2026-12-17"));
});

it("opens sooner where the last day on which the mock exam fits lies before that week", () => {
  // Of the Wednesdays the 23rd is too late, and the one before it is eight days ahead of the exam.
  expect(formOpensOn(examDay, [3])).toBe(dayOf("2026-12-16"));
  expect(formOpensOn(examDay, [2])).toBe(dayOf("2026-12-15"));
});
