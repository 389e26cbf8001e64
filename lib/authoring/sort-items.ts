import type { ItemRow } from "./read/item-report.ts";

export const itemSorts = ["name", "answers", "facility", "discrimination", "flags"] as const;
export type ItemSort = (typeof itemSorts)[number];

/** The items in the order of one column; missing figures come last in either direction, and names break ties. */
export function sortItems(items: readonly ItemRow[], by: ItemSort, isDescending: boolean): readonly ItemRow[] {
  const sign = isDescending ? -1 : 1;
  return [...items].sort((a, b) => {
    if (by === "name") return sign * compare(a.name, b.name);
    const [x, y] = [columnOf(a, by), columnOf(b, by)];
    if (x === null || y === null) return Number(x === null) - Number(y === null) || compare(a.name, b.name);
    return sign * (x - y) || compare(a.name, b.name);
  });
}

function columnOf(item: ItemRow, by: Exclude<ItemSort, "name">): number | null {
  return by === "flags" ? item.flags.filter((flag) => flag !== "few-answers").length : item[by];
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
