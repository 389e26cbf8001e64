import { groupRows } from "./group-rows.ts";
import type { Scenario } from "./question.ts";

/** "2 of 3 on this case". */
export type CasePlace = { readonly number: number; readonly count: number };

type Item = { readonly position: number; readonly scenario: Scenario | null };

/** Where each item stands among those on the same case, by position; nothing for one that has no case, or is alone on it. */
export function casePlaces(items: readonly Item[]): ReadonlyMap<number, CasePlace> {
  const onCases = items.filter(({ scenario }) => scenario !== null).sort((a, b) => a.position - b.position);
  const groups = [...groupRows(onCases, ({ scenario }) => JSON.stringify(scenario)).values()];
  return new Map(
    groups
      .filter(({ length }) => length > 1)
      .flatMap((group) => group.map(({ position }, i) => [position, { number: i + 1, count: group.length }] as const)),
  );
}
