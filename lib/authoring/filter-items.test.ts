import { expect, it } from "vitest";
import { filterItems, type ItemFilter, readItemFilter, writeItemFilter } from "./filter-items.ts";
import type { ItemRow } from "./read/item-report.ts";

const row = (name: string, more: Partial<ItemRow>): ItemRow => ({
  name,
  stem: "",
  domain: "Trees",
  answers: 0,
  facility: null,
  chance: 0.25,
  medianMs: null,
  discrimination: null,
  discriminationRange: null,
  pairs: 0,
  flags: [],
  evidence: null,
  options: null,
  ...more,
});
const items = [
  row("tallest-tree", { stem: "Which tree is the tallest?", flags: ["few-answers"] }),
  row("widest-field", { stem: "Which field is the widest?", domain: "Fields", flags: ["easy", "weak"] }),
  row("oldest-tree", { stem: "Which is the oldest?", flags: ["hard"] }),
];
const all: ItemFilter = { text: "", domain: "", flag: "" };
const names = (filter: Partial<ItemFilter>) => filterItems(items, { ...all, ...filter }).map(({ name }) => name);

it("finds questions whose name or text has all the words, in any case", () => {
  expect(names({ text: "TREE which" })).toEqual(["tallest-tree", "oldest-tree"]);
  expect(names({ text: "widest?" })).toEqual(["widest-field"]);
  expect(names({})).toHaveLength(3);
});

it("keeps to a domain and to what there is to check, of which too few answers are nothing", () => {
  expect(names({ domain: "Fields" })).toEqual(["widest-field"]);
  expect(names({ flag: "hard" })).toEqual(["oldest-tree"]);
  expect(names({ flag: "any" })).toEqual(["widest-field", "oldest-tree"]);
  expect(names({ flag: "few-answers", text: "tree" })).toEqual(["tallest-tree"]);
});

it("goes into an address and comes back; what an address holds beside it filters nothing", () => {
  const filter: ItemFilter = { text: "tall tree", domain: "Trees", flag: "any" };
  expect(readItemFilter({ ...writeItemFilter(filter), sort: "name" })).toEqual(filter);
  expect(writeItemFilter(all)).toEqual({});
  expect(readItemFilter({ q: ["a", "b"], flag: "nonsense" })).toEqual(all);
});
