import { afterEach, beforeEach, expect } from "vitest";

/** An error printed by code under test is a failure unless the test asks for it. */
const printed: unknown[][] = [];
const original = console.error;

beforeEach(() => {
  printed.length = 0;
  console.error = (...args) => void printed.push(args);
});

afterEach(() => {
  console.error = original;
  expect(printed, "console.error was called").toEqual([]);
});
