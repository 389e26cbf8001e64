import { expect, test } from "vitest";
import { chosenOptions } from "./chosen-options.ts";

test("a choice counts by its options, sorted, and no other answer chooses any", () => {
  expect(chosenOptions({ kind: "single", optionId: "b" })).toEqual(["b"]);
  expect(chosenOptions({ kind: "multiple", optionIds: ["c", "a"] })).toEqual(["a", "c"]);
  expect(chosenOptions({ kind: "ordering", optionIds: ["c", "a"] })).toEqual([]);
  expect(chosenOptions({ kind: "matching", pairs: { p: "a" } })).toEqual([]);
  expect(chosenOptions({ kind: "text", value: "a" })).toEqual([]);
  expect(chosenOptions({ kind: "dont-know" })).toEqual([]);
  expect(chosenOptions(null)).toEqual([]);
});
