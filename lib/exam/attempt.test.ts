import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  at,
  distinct,
  events,
  identity,
  inTurn,
  minute,
  moment,
  running,
  sections,
  start,
  starts,
  three,
} from "../../tests/support/attempt-events.ts";
import { type AttemptEvent, type AttemptState, applyEvent } from "../../tests/support/attempt-model.ts";
import { expectLegal, expectLegalStep, partOf } from "../../tests/support/attempt-rules.ts";
import { inRun } from "../../tests/support/run-length.ts";
import { closeSection, currentSection, isOver, judgeChange } from "./attempt.ts";
import { type Entry, foldByPosition } from "./entries.ts";

describe("the deadline", () => {
  it("is over at its very moment and not before", () => {
    expect(isOver({ deadlineAt: at(0) }, new Date(start - 1))).toBe(false);
    expect(isOver({ deadlineAt: at(0) }, at(0))).toBe(true);
    expect(isOver({ deadlineAt: null }, at(0))).toBe(false);
  });
});

const open = { isCommitted: false, isKeyServed: false };
const graded = { isCommitted: true, isKeyServed: false };

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
      { numRuns: inRun(600, 3_000) },
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
      { numRuns: inRun(250, 1_000) },
    );
  }, 60_000);

  it("does nothing twice when an event is repeated", () => {
    fc.assert(
      fc.property(starts, fc.array(events, { maxLength: 20 }), (first, sequence) => {
        const once = sequence.reduce(applyEvent, first);
        const twice = sequence.reduce((state, event) => applyEvent(applyEvent(state, event), event), first);
        expect(twice).toEqual(once);
      }),
      { numRuns: inRun(150, 500) },
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
      { numRuns: inRun(250, 1_000) },
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
      { numRuns: inRun(250, 1_000) },
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
      { numRuns: inRun(250, 1_000) },
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
