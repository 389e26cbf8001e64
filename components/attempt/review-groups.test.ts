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
  reviewGroups(items, isStudy).map(({ title, items }) => [title, ...items.map(({ position }) => position)]);

it("says in an exam what is unanswered, incomplete and flagged", () => {
  const items = [item(1), item(2, { answered: true, incomplete: true }), item(3, { answered: true, flagged: true })];
  expect(named(items, false)).toEqual([
    ["Unanswered", 1],
    ["Incomplete", 2],
    ["Flagged", 3],
    ["Answered", 2, 3],
  ]);
});

it("says where only what is checked counts which answers are not checked", () => {
  const items = [item(1), item(2, { answered: true }), item(3, { answered: true, committed: true, flagged: true })];
  expect(named(items, true)).toEqual([
    ["Unanswered", 1],
    ["Not checked", 2],
    ["Flagged", 3],
    ["Checked", 3],
  ]);
});
