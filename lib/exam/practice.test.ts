import { describe, expect, it } from "vitest";
import { blankHistory, isChosen, levelOf, type PastAnswer, pickedReasons, reasonsOf } from "./practice.ts";

const now = new Date("2026-11-22T12:00:00Z");
const terms = { now, shareMs: 60_000, isWeakestDomain: false };
const answer = (points: number, own: Partial<PastAnswer> = {}): PastAnswer => ({
  points,
  at: now,
  confidence: null,
  elapsedMs: 0,
  ...own,
});
const reasonsAfter = (...answers: PastAnswer[]) => reasonsOf({ ...blankHistory, isAsked: true, answers }, terms);

describe("the reasons to practise a question", () => {
  it("are none but newness for what was never asked", () => expect(reasonsOf(blankHistory, terms)).toEqual(["unseen"]));

  it("keep that it was missed, whatever came later", () => {
    expect(reasonsAfter(answer(0), answer(1))).toEqual(["missed"]);
    expect(reasonsAfter(answer(0.5))).toEqual(["missed"]);
    expect(reasonsAfter(answer(1))).toEqual([]);
  });

  it("go by the newest answer for confidence and time", () => {
    expect(reasonsAfter(answer(0, { confidence: "sure" }))).toEqual(["missed", "sure-wrong"]);
    expect(reasonsAfter(answer(0, { confidence: "sure" }), answer(1))).toEqual(["missed"]);
    expect(reasonsAfter(answer(1, { confidence: "guess" }))).toEqual(["guessed-right"]);
    expect(reasonsAfter(answer(1, { confidence: "guess" }), answer(1, { confidence: "unsure" }))).toEqual([]);
    expect(reasonsAfter(answer(1, { elapsedMs: 60_001 }))).toEqual(["slow"]);
    expect(reasonsAfter(answer(1, { elapsedMs: 60_000 }))).toEqual([]);
  });

  it("hold from the moment at which a review is due", () => {
    const due = (dueAt: Date) => reasonsOf({ ...blankHistory, isAsked: true, dueAt }, terms);
    expect(due(now)).toEqual(["due"]);
    expect(due(new Date(now.getTime() + 1))).toEqual([]);
  });

  it("hold for flags, notes and the weakest domain", () => {
    const history = { ...blankHistory, isAsked: true, isFlagged: true, hasNote: true };
    expect(reasonsOf(history, { ...terms, isWeakestDomain: true })).toEqual(["flagged", "noted", "weakest-domain"]);
  });
});

describe("the level of a question", () => {
  it("is the author's until 60 have answered", () => {
    expect(levelOf("hard", null)).toBe("hard");
    expect(levelOf("hard", { answers: 59, points: 59 })).toBe("hard");
    expect(levelOf(null, { answers: 59, points: 59 })).toBeNull();
  });

  it.each([
    [60, "easy"],
    [45, "easy"],
    [44, "medium"],
    [30, "medium"],
    [29, "hard"],
  ])("is measured then: %i of 60 right is %s", (points, level) => {
    expect(levelOf("medium", { answers: 60, points })).toBe(level);
  });
});

it("a choice takes one of its reasons and one of its levels, and leaves open what it does not name", () => {
  const facts = { reasons: ["missed", "due"], level: "hard" } as const;
  expect(isChosen(facts, { reasons: [], levels: [] })).toBe(true);
  expect(isChosen(facts, { reasons: ["unseen", "due"], levels: [] })).toBe(true);
  expect(isChosen(facts, { reasons: ["unseen"], levels: [] })).toBe(false);
  expect(isChosen(facts, { reasons: ["due"], levels: ["easy"] })).toBe(false);
  expect(isChosen({ ...facts, level: null }, { reasons: [], levels: ["hard"] })).toBe(false);
});

it("a question that was picked says what its reasons rest on, and only those that were chosen", () => {
  const history = {
    ...blankHistory,
    isAsked: true,
    answers: [
      answer(0, { at: new Date("2026-03-01T08:00:00Z") }),
      answer(0, { at: new Date("2026-03-03T08:00:00Z") }),
      answer(1, { elapsedMs: 90_000 }),
    ],
  };
  const facts = { reasons: reasonsOf(history, terms), level: null };
  expect(pickedReasons(facts, history, ["missed", "flagged"])).toEqual([
    { reason: "missed", times: 2, at: "2026-03-03T08:00:00.000Z" },
  ]);
  expect(pickedReasons(facts, history, ["slow"])).toEqual([
    { reason: "slow", elapsedMs: 90_000, at: "2026-11-22T12:00:00.000Z" },
  ]);
});
