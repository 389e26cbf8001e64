import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type AttemptEvent, type AttemptState, applyEvent } from "../../tests/support/attempt-model.ts";
import { closeSection, currentSection, isOver, judgeChange } from "./attempt.ts";
import { type Entry, entryFields, foldByPosition } from "./entries.ts";

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
    served: new Set(),
    ...over,
  };
}

describe("the deadline", () => {
  it("is over at its very moment and not before", () => {
    expect(isOver({ deadlineAt: at(0) }, new Date(start - 1))).toBe(false);
    expect(isOver({ deadlineAt: at(0) }, at(0))).toBe(true);
    expect(isOver({ deadlineAt: null }, at(0))).toBe(false);
  });
});

const open = { isCommitted: false, isKeyServed: false };
const graded = { isCommitted: true, isKeyServed: false };

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
  // Positions that the attempt has, and some that it has not.
  position: fc.constantFrom(1, 2, 3, 4, 0, 5, 1.5),
  field: fc.oneof(fc.constant("answer" as const), fields),
  version: fc.integer({ min: 1, max: 4 }),
  clientId: fc.constantFrom("device-a", "device-b"),
  madeAt: fc.integer({ min: 0, max: 90 }).map(at),
  elapsedMs: fc.nat(10_000),
});
const entries: fc.Arbitrary<Entry> = bare.map((entry) => ({ ...entry, value: values[entry.field] }));
const identity = (entry: Entry) => `${entry.position}/${entry.field}/${entry.version}/${entry.clientId}`;
/** One client never gives a version of a field twice, so its value and moment are a function of the three. */
const distinct = fc.uniqueArray(
  entries.filter(({ position }) => Number.isInteger(position) && position >= 1 && position <= 4),
  { maxLength: 12, selector: identity },
);
/** Mostly while something can happen, sometimes on the edges, before the start and a day later. */
const moment = fc
  .oneof(
    fc.integer({ min: 0, max: 90 }),
    fc.constantFrom(-60, 19, 20, 35, 59, 60, 61, 60 + 24 * 60, 60 + 24 * 60 + 1),
    fc.integer({ min: 0, max: 60 * 30 }),
  )
  .map(at);
const events: fc.Arbitrary<AttemptEvent> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ type: fc.constant("save" as const), entry: entries, at: moment }) },
  fc.record({ type: fc.constant("check" as const), position: fc.integer({ min: 0, max: 5 }), at: moment }),
  fc.record({ type: fc.constant("close-section" as const), index: fc.integer({ min: 0, max: 3 }), at: moment }),
  fc.record({ type: fc.constant("serve-key" as const), position: fc.integer({ min: 1, max: 4 }), at: moment }),
  fc.record({ type: fc.constant("submit" as const), at: moment }),
  fc.record({ type: fc.constant("discard" as const), at: moment }),
  fc.record({ type: fc.constant("tick" as const), at: moment }),
);
const sections = [
  { title: "One", from: 1, to: 2, minutes: 20 },
  { title: "Two", from: 3, to: 4, minutes: 40 },
];
const three = [
  { title: "One", from: 1, to: 2, minutes: 20 },
  { title: "Two", from: 3, to: 3, minutes: 15 },
  { title: "Three", from: 4, to: 4, minutes: 25 },
];
const untimed = three.map((section) => ({ ...section, minutes: null }));
const starts = fc.constantFrom(
  running(),
  running({ reveal: "at-once" }),
  running({ reveal: "at-once", deadlineAt: null }),
  running({ deadlineAt: null }),
  running({ sections, closings: [null, null] }),
  running({ sections: three, closings: [null, null, null] }),
  running({ sections: untimed, closings: [null, null, null], deadlineAt: null }),
);
const inTurn = (sequence: readonly AttemptEvent[]) => [...sequence].sort((a, b) => a.at.getTime() - b.at.getTime());

/** When the part of an attempt that holds a position ends, and whether it has begun at `now`. */
function partOf(state: AttemptState, position: number, now: Date): { end: Date | null; hasBegun: boolean } {
  let begin: Date | null = at(0);
  let hasBegun = true;
  for (const [i, { to, minutes }] of state.sections.entries()) {
    const ends: Date[] = [];
    if (begin !== null && minutes !== null) ends.push(new Date(begin.getTime() + minutes * minute));
    const closing = state.closings[i] ?? null;
    if (closing !== null) ends.push(closing);
    const end = ends.sort((a, b) => a.getTime() - b.getTime())[0] ?? null;
    if (position <= to) return { end, hasBegun };
    hasBegun &&= closing !== null || (end !== null && now >= end);
    begin = end;
  }
  return { end: state.deadlineAt, hasBegun };
}

/** The rules once more, as a list of what a change needs to be taken. Independent of the code under test. */
function mayBeTaken(state: AttemptState, entry: Entry, now: Date): boolean {
  const { end, hasBegun } = partOf(state, entry.position, now);
  return [
    [1, 2, 3, 4].includes(entry.position),
    state.finishedBy !== "learner" && state.finishedBy !== "discarded",
    !(state.reveal === "at-once" && entry.field === "answer" && state.committed.has(entry.position)),
    !(entry.field === "answer" && state.served.has(entry.position)),
    hasBegun,
    end === null || now < end || entry.madeAt.getTime() <= end.getTime() + 1_000,
    end === null || now.getTime() <= end.getTime() + 24 * 60 * minute,
  ].every(Boolean);
}

/** What must hold of every state. */
function expectLegal(state: AttemptState): void {
  expect((state.finishedAt === null) === (state.finishedBy === null)).toBe(true);
  if (state.finishedBy === "deadline") expect(state.finishedAt).toEqual(state.deadlineAt);
  if (state.finishedBy === "discarded") expect(state.served.size).toBe(0);
  if ((state.finishedBy === "learner" || state.finishedBy === "discarded") && state.deadlineAt !== null)
    expect((state.finishedAt as Date) < state.deadlineAt).toBe(true);
  expect(new Set(state.entries.map(identity)).size).toBe(state.entries.length);
  expect(state.entries.every(({ position }) => [1, 2, 3, 4].includes(position))).toBe(true);
  if (state.reveal === "at-end") expect(state.committed.size).toBe(0);
  const answered = new Set(state.entries.filter(({ field }) => field === "answer").map(({ position }) => position));
  for (const position of state.committed) expect(answered.has(position)).toBe(true);
  // The last section is closed by submitting, never by itself.
  expect(state.closings[state.sections.length - 1] ?? null).toBeNull();
  if (state.served.size > 0) expect(state.finishedAt).not.toBeNull();
}

/** What must hold of every step from one state to the next. */
function expectLegalStep(before: AttemptState, event: AttemptEvent, state: AttemptState): void {
  const isOverNow = before.deadlineAt !== null && event.at >= before.deadlineAt;
  expect(state.entries.slice(0, before.entries.length)).toEqual(before.entries);
  for (const position of before.served) {
    expect(state.served.has(position)).toBe(true);
    expect(answersAt(state, position)).toEqual(answersAt(before, position));
  }
  for (const position of before.committed) {
    expect(state.committed.has(position)).toBe(true);
    expect(answersAt(state, position)).toEqual(answersAt(before, position));
  }
  if (before.finishedAt !== null) {
    expect(state.finishedAt).toBe(before.finishedAt);
    expect(state.finishedBy).toBe(before.finishedBy);
    expect(state.committed.size).toBe(before.committed.size);
    expect(state.closings).toEqual(before.closings);
  }
  before.closings.forEach((closing, i) => {
    if (closing !== null) expect(state.closings[i]).toBe(closing);
  });
  if (before.deadlineAt !== null) expect((state.deadlineAt as Date) <= before.deadlineAt).toBe(true);
  if (isOverNow) {
    expect(state.committed.size).toBe(before.committed.size);
    expect(state.closings).toEqual(before.closings);
  }
  if (event.type === "submit") expect(state.finishedBy).not.toBeNull();
  if (event.type === "submit" && before.finishedAt === null)
    expect(state.finishedBy).toBe(isOverNow ? "deadline" : "learner");
  if (event.type === "discard" && before.finishedAt === null)
    expect(state.finishedBy).toBe(isOverNow ? "deadline" : "discarded");
  if (event.type === "tick") expect(state.finishedBy).toBe(before.finishedBy ?? (isOverNow ? "deadline" : null));
  if (event.type === "check") {
    const may = before.reveal === "at-once" && before.finishedAt === null && !isOverNow;
    expect(state.committed.has(event.position)).toBe(
      before.committed.has(event.position) || (may && answersAt(before, event.position).length > 0),
    );
  }
  if (event.type === "save") {
    const isKnown = before.entries.some((known) => identity(known) === identity(event.entry));
    const isTaken = !isKnown && mayBeTaken(before, event.entry, event.at);
    expect(state.entries.length - before.entries.length).toBe(isTaken ? 1 : 0);
    if (!isTaken) expect(state).toBe(before);
  } else expect(state.entries).toBe(before.entries);
}

function answersAt(state: AttemptState, position: number): readonly Entry[] {
  return state.entries.filter((entry) => entry.position === position && entry.field === "answer");
}

describe("the state machine of an attempt", () => {
  it("takes of every sequence of events what the rules allow, and ends in a legal state", () => {
    fc.assert(
      fc.property(starts, fc.array(events, { maxLength: 40 }), (first, sequence) => {
        inTurn(sequence).reduce((before, event) => {
          const state = applyEvent(before, event);
          expectLegal(state);
          expectLegalStep(before, event, state);
          return state;
        }, first);
      }),
      { numRuns: 3_000 },
    );
  }, 60_000);

  it("stays legal when the server's clock is set back in between", () => {
    fc.assert(
      fc.property(starts, fc.array(events, { maxLength: 30 }), (first, sequence) => {
        sequence.reduce((before, event) => {
          const state = applyEvent(before, event);
          expectLegal(state);
          expect(state.entries.slice(0, before.entries.length)).toEqual(before.entries);
          if (before.finishedAt !== null) expect(state.finishedAt).toBe(before.finishedAt);
          before.closings.forEach((closing, i) => {
            if (closing !== null) expect(state.closings[i]).toBe(closing);
          });
          return state;
        }, first);
      }),
      { numRuns: 1_000 },
    );
  }, 60_000);

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

  it("gives the same attempt for the same saves in another order at the same moment", () => {
    const order = fc.infiniteStream(fc.nat());
    fc.assert(
      fc.property(starts, distinct, moment, order, (first, made, time, keys) => {
        const shuffled = made.map((entry) => ({ entry, key: keys.next().value as number }));
        shuffled.sort((a, b) => a.key - b.key);
        const deliver = (list: readonly Entry[]) =>
          list.reduce((state, entry) => applyEvent(state, save(entry, time)), first);
        const [a, b] = [deliver(made), deliver(shuffled.map(({ entry }) => entry))];
        expect(foldByPosition(sorted(a.entries))).toEqual(foldByPosition(sorted(b.entries)));
        expect(a.late).toEqual(b.late);
      }),
      { numRuns: 1_000 },
    );
  }, 30_000);

  it("gives the same attempt whenever changes made in time arrive, the sweeper before, between or after them", () => {
    const arrivals = fc.array(fc.tuple(moment, fc.boolean()), { minLength: 12, maxLength: 12 });
    const first = fc.constantFrom(running(), running({ sections: three, closings: [null, null, null] }));
    fc.assert(
      fc.property(first, distinct, arrivals, arrivals, (begin, made, some, others) => {
        const [starts, ends] = [[0, 0, 0, 20, 35] as const, [0, 20, 20, 35, 60] as const];
        const hasSections = begin.sections.length > 0;
        const end = (entry: Entry) => (hasSections ? (ends[entry.position] as number) : 60);
        const from = (entry: Entry) => (hasSections ? (starts[entry.position] as number) : 0);
        const inTime = made.filter((entry) => entry.madeAt <= at(end(entry)) && entry.madeAt >= at(from(entry)));
        const deliver = (times: readonly (readonly [Date, boolean])[]) => {
          const list = inTime.map((entry, i) => {
            const [time, isSwept] = times[i] as readonly [Date, boolean];
            // Never before it was made, nor after the day of grace.
            const late = Math.min(
              Math.max(time.getTime(), entry.madeAt.getTime()),
              start + (end(entry) + 1440) * minute,
            );
            return { entry, time: new Date(late), isSwept };
          });
          list.sort((a, b) => a.time.getTime() - b.time.getTime());
          const after = list.reduce((state, { entry, time, isSwept }) => {
            const swept = isSwept ? applyEvent(state, { type: "tick", at: time }) : state;
            return applyEvent(swept, save(entry, time));
          }, begin);
          return applyEvent(after, { type: "tick", at: at(60 * 30) });
        };
        const [a, b] = [deliver(some), deliver(others)];
        expect(a.entries.length).toBe(inTime.length);
        expect(foldByPosition(sorted(a.entries))).toEqual(foldByPosition(sorted(b.entries)));
        expect([a.finishedAt, a.finishedBy]).toEqual([b.finishedAt, b.finishedBy]);
      }),
      { numRuns: 1_000 },
    );
  }, 30_000);

  it("marks as late exactly what arrives after its end", () => {
    fc.assert(
      fc.property(starts, fc.array(events, { maxLength: 30 }), (first, sequence) => {
        inTurn(sequence).reduce((before, event) => {
          const state = applyEvent(before, event);
          if (event.type !== "save" || state === before) {
            expect(state.late).toEqual(before.late);
            return state;
          }
          const { position } = event.entry;
          const { end } = partOf(before, position, event.at);
          const isLate = end !== null && event.at >= end;
          expect(state.late.has(position)).toBe(before.late.has(position) || isLate);
          return state;
        }, first);
      }),
      { numRuns: 1_000 },
    );
  }, 30_000);

  it("keeps the open section open, and a closed one closed, when the server's clock is set back", () => {
    const first = running({ sections, closings: [null, null] });
    const change = { position: 1, field: "answer", madeAt: at(-60) } as const;
    expect(judgeChange(first, change, open, at(-60))).toEqual({ accepted: true, late: false });
    const closed = closeSection(first, 0, at(5)) as AttemptState;
    expect(currentSection(closed, at(-55))).toBe(1);
    expect(judgeChange(closed, { ...change, position: 3, madeAt: at(-55) }, open, at(-55))).toEqual({
      accepted: true,
      late: false,
    });
  });

  it("counts an answer made before the deadline and delivered after it, and marks it", () => {
    const entry = { position: 1, field: "answer", madeAt: at(59) } as const;
    const over = running({ finishedAt: at(60), finishedBy: "deadline" });
    expect(judgeChange(over, entry, graded, at(61))).toEqual({ accepted: true, late: true });
    expect(judgeChange(over, { ...entry, madeAt: at(60.1) }, graded, at(61))).toEqual({
      accepted: false,
      reason: "too-late",
    });
    expect(judgeChange(over, entry, graded, at(60 + 24 * 60 + 1))).toEqual({ accepted: false, reason: "too-late" });
    const submitted = running({ finishedAt: at(30), finishedBy: "learner" });
    expect(judgeChange(submitted, { ...entry, madeAt: at(29) }, graded, at(31))).toEqual({
      accepted: false,
      reason: "finished",
    });
  });

  it("counts no answer to an item whose key its learner was sent, whenever it says that it was made", () => {
    const entry = { position: 1, field: "answer", madeAt: at(1) } as const;
    const over = running({ finishedAt: at(60), finishedBy: "deadline" });
    const served = { isCommitted: true, isKeyServed: true };
    expect(judgeChange(over, entry, served, at(61))).toEqual({ accepted: false, reason: "key-shown" });
    expect(judgeChange(over, { ...entry, field: "note" }, served, at(61))).toEqual({ accepted: true, late: true });
    // The server's clock was set back behind the deadline since.
    expect(judgeChange(over, entry, served, at(5))).toEqual({ accepted: false, reason: "key-shown" });
  });

  it("closes a section for good and moves the deadline to match", () => {
    const first = running({ sections, closings: [null, null] });
    expect(currentSection(first, at(19))).toBe(0);
    expect(currentSection(first, at(20))).toBe(1);
    const closed = closeSection(first, 0, at(5));
    expect(closed?.deadlineAt).toEqual(at(45));
    expect(closeSection(closed as AttemptState, 0, at(6))).toBeNull();
    const change = { position: 1, field: "answer", madeAt: at(6) } as const;
    expect(judgeChange(closed as AttemptState, change, open, at(6))).toEqual({
      accepted: false,
      reason: "section-closed",
    });
    expect(judgeChange(closed as AttemptState, { ...change, madeAt: at(4) }, open, at(6))).toEqual({
      accepted: true,
      late: true,
    });
    expect(judgeChange(first, { ...change, position: 3 }, open, at(6))).toEqual({
      accepted: false,
      reason: "section-closed",
    });
  });
});

function save(entry: Entry, time: Date): AttemptEvent {
  return { type: "save", entry, at: time };
}

function sorted(list: readonly Entry[]): readonly Entry[] {
  return [...list].sort((a, b) => (identity(a) < identity(b) ? -1 : 1));
}
