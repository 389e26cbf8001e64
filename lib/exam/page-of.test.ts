import { expect, it } from "vitest";
import { pageOf } from "./page-of.ts";

const all = [1, 2, 3, 4, 5];

it.each([
  [undefined, [1, 2], 1],
  ["2", [3, 4], 2],
  ["2.7", [3, 4], 2],
  ["3", [5], 3],
  ["99", [5], 3],
  ["Infinity", [5], 3],
  ["0", [1, 2], 1],
  ["-4", [1, 2], 1],
  ["next", [1, 2], 1],
])("is the page that the address names with %j, or the one next to it", (wanted, items, page) => {
  expect(pageOf(all, wanted, 2)).toEqual({ items, page, pages: 3 });
});

it("is one empty page of an empty list", () => {
  expect(pageOf([], "2", 2)).toEqual({ items: [], page: 1, pages: 1 });
});
