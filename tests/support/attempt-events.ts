import fc from "fast-check";
import { type Entry, entryFields } from "#lib/exam/entries";
import type { AttemptEvent, AttemptState } from "./attempt-model.ts";

export const start = Date.parse("2026-11-22T12:00:00Z");
export const minute = 60_000;
export const at = (minutes: number) => new Date(start + minutes * minute);

/** An attempt of four items that begins at `at(0)` and ends an hour later. */
export function running(over: Partial<AttemptState> = {}): AttemptState {
  return {
    reveal: "at-end",
    startedAt: at(0),
    deadlineAt: at(60),
    finishedAt: null,
    finishedBy: null,
    count: 4,
    sections: [],
    closings: [],
    entries: [],
    late: new Set(),
    committed: new Set(),
    served: new Set(),
    ...over,
  };
}

const fields = fc.constantFrom(...entryFields);
const values: Readonly<Record<Entry["field"], string>> = {
  answer: '{"kind":"dont-know"}',
  flag: "true",
  "rule-out": "[]",
  confidence: '"sure"',
  note: '""',
  time: "1",
};
const bare = fc.record({
  // Positions that the attempt has, and some that it does not have.
  position: fc.constantFrom(1, 2, 3, 4, 0, 5, 1.5),
  field: fc.oneof(fc.constant("answer" as const), fields),
  version: fc.integer({ min: 1, max: 4 }),
  clientId: fc.constantFrom("device-a", "device-b"),
  madeAt: fc.integer({ min: 0, max: 90 }).map(at),
  elapsedMs: fc.nat(10_000),
});
export const entries: fc.Arbitrary<Entry> = bare.map((entry) => ({ ...entry, value: values[entry.field] }));
export const identity = (entry: Entry) => `${entry.position}/${entry.field}/${entry.version}/${entry.clientId}`;
/** One client never uses a version of a field twice, so value and time depend only on the three. */
export const distinct = fc.uniqueArray(
  entries.filter(({ position }) => Number.isInteger(position) && position >= 1 && position <= 4),
  { maxLength: 12, selector: identity },
);
/** Mostly while something can happen, sometimes at the edges, before the start and a day later. */
export const moment = fc
  .oneof(
    fc.integer({ min: 0, max: 90 }),
    fc.constantFrom(-60, 19, 20, 35, 59, 60, 61, 60 + 24 * 60, 60 + 24 * 60 + 1),
    fc.integer({ min: 0, max: 60 * 30 }),
  )
  .map(at);
export const events: fc.Arbitrary<AttemptEvent> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ type: fc.constant("save" as const), entry: entries, at: moment }) },
  fc.record({ type: fc.constant("check" as const), position: fc.integer({ min: 0, max: 5 }), at: moment }),
  fc.record({ type: fc.constant("close-section" as const), index: fc.integer({ min: 0, max: 3 }), at: moment }),
  fc.record({ type: fc.constant("serve-key" as const), position: fc.integer({ min: 1, max: 4 }), at: moment }),
  fc.record({ type: fc.constant("submit" as const), at: moment }),
  fc.record({ type: fc.constant("discard" as const), at: moment }),
  fc.record({ type: fc.constant("tick" as const), at: moment }),
);
export const sections = [
  { title: "One", from: 1, to: 2, minutes: 20 },
  { title: "Two", from: 3, to: 4, minutes: 40 },
];
export const three = [
  { title: "One", from: 1, to: 2, minutes: 20 },
  { title: "Two", from: 3, to: 3, minutes: 15 },
  { title: "Three", from: 4, to: 4, minutes: 25 },
];
export const untimed = three.map((section) => ({ ...section, minutes: null }));
export const starts = fc.constantFrom(
  running(),
  running({ reveal: "at-once" }),
  running({ reveal: "at-once", deadlineAt: null }),
  running({ deadlineAt: null }),
  running({ sections, closings: [null, null] }),
  running({ sections: three, closings: [null, null, null] }),
  running({ sections: untimed, closings: [null, null, null], deadlineAt: null }),
);
export const inTurn = (sequence: readonly AttemptEvent[]) =>
  [...sequence].sort((a, b) => a.at.getTime() - b.at.getTime());
