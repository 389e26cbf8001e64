import { expect, it } from "vitest";
import type { MapEntry } from "#lib/attempts/read/attempt";
import { reviewGroups } from "./review-groups.ts";

const item = (position: number, more: Partial<MapEntry> = {}): MapEntry => ({
  position,
  answered: false,
  flagged: false,
  committed: false,
  incomplete: false,
  parts: null,
  ...more,
});
const named = (items: readonly MapEntry[], isStudy: boolean) =>
  reviewGroups(items, isStudy).map(({ name, items }) => [name, ...items.map(({ position }) => position)]);

it("says in an exam what is unanswered, incomplete and flagged", () => {
  const items = [item(1), item(2, { answered: true, incomplete: true }), item(3, { answered: true, flagged: true })];
  expect(named(items, false)).toEqual([
    ["unanswered", 1],
    ["incomplete", 2],
    ["flagged", 3],
    ["answered", 2, 3],
  ]);
});

it("says where only what is checked counts which answers are not checked", () => {
  const items = [item(1), item(2, { answered: true }), item(3, { answered: true, committed: true, flagged: true })];
  expect(named(items, true)).toEqual([
    ["unanswered", 1],
    ["not-checked", 2],
    ["flagged", 3],
    ["checked", 3],
  ]);
});
