import { describe, expect, it } from "vitest";
import { type ClockReading, type ClockState, examTimeMs, isBelieved, judgeClock } from "./clock.ts";

const noon = Date.parse("2026-11-22T12:00:00Z");
const minute = 60_000;

/** Readings of a process that began at noon: each `[minutes since, minutes the wall clock is off]`. */
function judge(readings: readonly (readonly [number, number])[], given: Partial<ClockReading> = {}): ClockState[] {
  const states: ClockState[] = [];
  for (const [at, off] of readings)
    states.push(
      judgeClock(states.at(-1) ?? null, {
        wallMs: noon + (at + off) * minute,
        monotonicMs: at * minute,
        newestMs: noon,
        confirmedMs: null,
        ...given,
      }),
    );
  return states;
}

const believed = (states: readonly ClockState[]) => states.map(isBelieved);

describe("a clock", () => {
  it("is believed while it goes on as time does, and drifts by less than a minute a reading", () => {
    expect(
      believed(
        judge([
          [0, 0],
          [1, 0.5],
          [2, 1.4],
          [3, 0.5],
        ]),
      ),
    ).toEqual([true, true, true, true]);
  });

  it.each([
    ["forward", 120],
    ["back", -120],
  ])("that jumps %s is not believed for five minutes", (_, off) => {
    const states = judge([
      [0, 0],
      [1, off],
      [3, off],
      [5.9, off],
      [6, off],
      [7, off],
    ]);
    expect(believed(states)).toEqual([true, false, false, false, true, true]);
    expect(states.map((state) => state.jumpMs)).toEqual([null, off * minute, null, null, null, null]);
  });

  it("that jumps and comes back has to stand for five minutes since", () => {
    const states = judge([
      [0, 0],
      [1, 120],
      [1.3, 0],
      [6, 0],
      [6.3, 0],
    ]);
    expect(believed(states)).toEqual([true, false, false, false, true]);
  });

  it("is believed at once when an operator confirms it after the jump", () => {
    const [, jumped] = judge([
      [0, 0],
      [1, 120],
    ]);
    const reading = { wallMs: noon + 121.25 * minute, monotonicMs: 1.25 * minute, newestMs: noon, confirmedMs: noon };
    expect(isBelieved(judgeClock(jumped as ClockState, reading))).toBe(true);
  });

  it("is not believed for a confirmation of before the jump", () => {
    expect(
      believed(
        judge(
          [
            [0, 0],
            [1, 120],
            [2, 120],
          ],
          { confirmedMs: noon },
        ),
      ),
    ).toEqual([true, false, false]);
  });
});

describe("a start", () => {
  it.each([
    ["with nothing noted", null, true],
    ["within an hour after the newest time", noon - 59 * minute, true],
    ["long after the newest time, as after a weekend off", noon - 61 * minute, false],
    ["before the newest time", noon + 2 * minute, false],
  ])("%s", (_, newestMs, expected) => {
    expect(believed(judge([[0, 0]], { newestMs }))).toEqual([expected]);
  });

  it("after a long time off goes on by itself after five minutes", () => {
    expect(
      believed(
        judge(
          [
            [0, 0],
            [4.9, 0],
            [5, 0],
          ],
          { newestMs: noon - 3_000 * minute },
        ),
      ),
    ).toEqual([false, false, true]);
  });
});

describe("the time by which an exam goes on", () => {
  /** Minutes since noon that `examTimeMs` finds `at` minutes after the start, the wall clock `off` minutes off. */
  function found(
    readings: Parameters<typeof judge>[0],
    at: number,
    off: number,
    given?: Partial<ClockReading>,
  ): number {
    const state = judge(readings, given).at(-1) ?? null;
    const now = { wallMs: noon + (at + off) * minute, monotonicMs: at * minute };
    return (examTimeMs(state, now) - noon) / minute;
  }

  it("is the wall clock's while that drifts by less than a minute", () => {
    expect(found([[0, 0]], 1, 0.5)).toBe(1.5);
  });

  it.each([120, -120])("goes on as before a jump of %i minutes, whether or not it has been noticed", (off) => {
    expect(found([[0, 0]], 1, off)).toBe(1);
    expect(
      found(
        [
          [0, 0],
          [1, off],
        ],
        2,
        off,
      ),
    ).toBe(2);
  });

  it("is the wall clock's again when the clock comes back, and when it has stood for five minutes", () => {
    const jumped = [
      [0, 0],
      [1, 120],
    ] as const;
    expect(found(jumped, 2, 0.25)).toBe(2.25);
    expect(found([...jumped, [6, 120]], 7, 120)).toBe(127);
  });

  it("is the wall clock's when no reading was believed since the start", () => {
    expect(found([[0, 0]], 1, 120, { newestMs: noon - 90 * minute })).toBe(121);
    expect(examTimeMs(null, { wallMs: noon, monotonicMs: 0 })).toBe(noon);
  });
});
