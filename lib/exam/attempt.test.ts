import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type AttemptEvent,
  type AttemptState,
  applyEvent,
  closeSection,
  currentSection,
  judgeChange,
} from "./attempt.ts";
import { type Entry, foldByPosition } from "./entries.ts";

const start = Date.parse("2026-11-22T12:00:00Z");
const minute = 60_000;
const at = (minutes: number) => new Date(start + minutes * minute);

function running(over: Partial<AttemptState> = {}): AttemptState {
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
    ...over,
  };
}

const entries: fc.Arbitrary<Entry> = fc.record({
  position: fc.integer({ min: 1, max: 4 }),
  field: fc.constantFrom("answer" as const, "flag" as const),
  version: fc.integer({ min: 1, max: 4 }),
  clientId: fc.constantFrom("device-a", "device-b"),
  value: fc.constant("true"),
  madeAt: fc.integer({ min: 0, max: 90 }).map(at),
  elapsedMs: fc.nat(10_000),
});
/** One client never gives a version of a field twice, so its value and moment are a function of the three. */
const distinct = fc.uniqueArray(entries, {
  maxLength: 12,
  selector: ({ position, field, version, clientId }) => `${position}/${field}/${version}/${clientId}`,
});
const moment = fc.integer({ min: 0, max: 60 * 30 }).map(at);
const events: fc.Arbitrary<AttemptEvent> = fc.oneof(
  fc.record({ type: fc.constant("save" as const), entry: entries, at: moment }),
  fc.record({ type: fc.constant("check" as const), position: fc.integer({ min: 0, max: 5 }), at: moment }),
  fc.record({ type: fc.constant("close-section" as const), index: fc.integer({ min: 0, max: 2 }), at: moment }),
  fc.record({ type: fc.constant("submit" as const), at: moment }),
  fc.record({ type: fc.constant("tick" as const), at: moment }),
);
const sections = [
  { title: "One", from: 1, to: 2, minutes: 20 },
  { title: "Two", from: 3, to: 4, minutes: 40 },
];
const starts = fc.constantFrom(
  running(),
  running({ reveal: "at-once" }),
  running({ deadlineAt: null }),
  running({ sections, closings: [null, null] }),
);

describe("the state machine of an attempt", () => {
  it("ends every sequence of events in a legal state", () => {
    fc.assert(
      fc.property(starts, fc.array(events, { maxLength: 40 }), (first, sequence) => {
        let state = first;
        for (const event of sequence.sort((a, b) => a.at.getTime() - b.at.getTime())) {
          const before = state;
          state = applyEvent(before, event);
          expect((state.finishedAt === null) === (state.finishedBy === null)).toBe(true);
          if (before.finishedAt !== null) {
            expect(state.finishedAt).toEqual(before.finishedAt);
            expect(state.finishedBy).toBe(before.finishedBy);
            expect(state.committed.size).toBe(before.committed.size);
          }
          if (before.finishedBy === "learner") expect(state.entries).toBe(before.entries);
          if (state.finishedBy === "deadline") expect(state.finishedAt).toEqual(state.deadlineAt);
          expect(state.entries.length).toBeGreaterThanOrEqual(before.entries.length);
          expect([...state.committed].every((position) => position >= 1 && position <= state.count)).toBe(true);
          if (state.reveal === "at-end") expect(state.committed.size).toBe(0);
        }
      }),
      { numRuns: 1_000 },
    );
  }, 30_000);

  it("does nothing twice when an event is repeated", () => {
    fc.assert(
      fc.property(starts, fc.array(events, { maxLength: 20 }), (first, sequence) => {
        const once = sequence.reduce(applyEvent, first);
        const twice = sequence.reduce((state, event) => applyEvent(applyEvent(state, event), event), first);
        expect(twice).toEqual(once);
      }),
      { numRuns: 500 },
    );
  }, 30_000);

  it("gives the same attempt whatever the order in which changes made in time arrive", () => {
    const arrival = fc.tuple(distinct, fc.array(moment, { minLength: 12, maxLength: 12 }), fc.infiniteStream(fc.nat()));
    fc.assert(
      fc.property(arrival, ([made, times, keys]) => {
        const inTime = made.filter((entry) => entry.madeAt <= at(60));
        const deliver = (list: readonly Entry[]) =>
          list.reduce(
            (state, entry, i) =>
              applyEvent(applyEvent(state, { type: "tick", at: times[i] as Date }), save(entry, times[i] as Date)),
            running(),
          );
        const shuffled = [...inTime].map((entry) => ({ entry, key: keys.next().value as number }));
        shuffled.sort((a, b) => a.key - b.key);
        // Whatever arrives within the day of grace is taken, so late or not the answers are the same.
        const within = times.every((time) => time.getTime() <= start + 25 * 60 * minute);
        const [a, b] = [deliver(inTime), deliver(shuffled.map(({ entry }) => entry))];
        if (within) expect(foldByPosition(sorted(a.entries))).toEqual(foldByPosition(sorted(b.entries)));
      }),
      { numRuns: 500 },
    );
  }, 30_000);

  it("counts an answer made before the deadline and delivered after it, and marks it", () => {
    const entry = { position: 1, field: "answer", madeAt: at(59) } as const;
    const over = running({ finishedAt: at(60), finishedBy: "deadline" });
    expect(judgeChange(over, entry, true, at(61))).toEqual({ accepted: true, late: true });
    expect(judgeChange(over, { ...entry, madeAt: at(60.1) }, true, at(61))).toEqual({
      accepted: false,
      reason: "too-late",
    });
    expect(judgeChange(over, entry, true, at(60 + 24 * 60 + 1))).toEqual({ accepted: false, reason: "too-late" });
    const submitted = running({ finishedAt: at(30), finishedBy: "learner" });
    expect(judgeChange(submitted, { ...entry, madeAt: at(29) }, true, at(31))).toEqual({
      accepted: false,
      reason: "finished",
    });
  });

  it("closes a section for good and moves the deadline to match", () => {
    const first = running({ sections, closings: [null, null] });
    expect(currentSection(first, at(19))).toBe(0);
    expect(currentSection(first, at(20))).toBe(1);
    const closed = closeSection(first, 0, at(5));
    expect(closed?.deadlineAt).toEqual(at(45));
    expect(closeSection(closed as AttemptState, 0, at(6))).toBeNull();
    const change = { position: 1, field: "answer", madeAt: at(6) } as const;
    expect(judgeChange(closed as AttemptState, change, false, at(6))).toEqual({
      accepted: false,
      reason: "section-closed",
    });
    expect(judgeChange(closed as AttemptState, { ...change, madeAt: at(4) }, false, at(6))).toEqual({
      accepted: true,
      late: true,
    });
    expect(judgeChange(first, { ...change, position: 3 }, false, at(6))).toEqual({
      accepted: false,
      reason: "section-closed",
    });
  });
});

function save(entry: Entry, time: Date): AttemptEvent {
  return { type: "save", entry, at: time };
}

function sorted(list: readonly Entry[]): readonly Entry[] {
  const key = (entry: Entry) => `${entry.position}/${entry.field}/${entry.version}/${entry.clientId}`;
  return [...list].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}
