import { expect, it } from "vitest";
import type { ItemRow } from "./read/item-report.ts";
import { sortItems } from "./sort-items.ts";

const row = (name: string, more: Partial<ItemRow> = {}): ItemRow => ({
  name,
  stem: "",
  domain: "d",
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
  row("b", { facility: 0.2 }),
  row("c"),
  row("a", { facility: 0.9, flags: ["easy", "negative"] }),
  row("d", { flags: ["few-answers"] }),
];
const names = (...args: [Parameters<typeof sortItems>[1], boolean]) =>
  sortItems(items, ...args)
    .map((item) => item.name)
    .join("");

it("sorts by a column either way, with what is unknown last", () => {
  expect(names("name", false)).toBe("abcd");
  expect(names("name", true)).toBe("dcba");
  expect(names("facility", false)).toBe("bacd");
  expect(names("facility", true)).toBe("abcd");
});

it("counts flags without the one that says that nothing can be said", () => expect(names("flags", true)).toBe("abcd"));
