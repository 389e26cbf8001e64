import { describe, expect, it } from "vitest";
import { itemFlags, tail } from "./item-flags.ts";
import type { ItemStatistics } from "./item-statistics.ts";

const item = (more: Partial<ItemStatistics>): ItemStatistics => ({
  questionId: "q",
  answers: 60,
  facility: 0.6,
  discrimination: { value: 0.4, standardError: 0.1, learners: 60 },
  choices: new Map([
    ["key", 36],
    ["wrong", 14],
    ["other", 10],
  ]),
  thirds: null,
  ...more,
});
const flagsOf = (more: Partial<ItemStatistics>) => itemFlags(item(more), ["key"], ["key", "wrong", "other"]);
const discriminating = (value: number, standardError: number, learners = 60) =>
  flagsOf({ discrimination: { value, standardError, learners } });
const chosen = (key: number, wrong: number, other = 5) =>
  flagsOf({ choices: new Map(Object.entries({ key, wrong, other })) });

describe("the flags of an item", () => {
  it("judge nothing below thirty answers", () => {
    expect(itemFlags(null, ["key"], ["key"])).toEqual(["few-answers"]);
    expect(flagsOf({ answers: 29 })).toEqual(["few-answers"]);
    expect(flagsOf({})).toEqual([]);
  });

  it("call a discrimination negative only where it is so beyond one sound item in a hundred", () => {
    expect(discriminating(-0.3, 0.13)).toEqual(["weak"]);
    expect(discriminating(-0.31, 0.13)).toEqual(["negative"]);
    expect(discriminating(-0.9, 0.13, 29)).toEqual([]);
  });

  it("call it weak only where its upper bound stays below 0.15", () => {
    expect(discriminating(0.05, 0.06)).toEqual([]);
    expect(discriminating(0.03, 0.06)).toEqual(["weak"]);
  });

  it("say that a distractor leads only where the sign test does", () => {
    expect(chosen(25, 28)).toEqual([]);
    // 17 or fewer of 53 would be as rare as .0067, 16 of them as .0027: the limit of two distractors is .005.
    expect(chosen(17, 36)).toEqual([]);
    expect(chosen(16, 37)).toEqual(["distractor-leads"]);
  });

  it("name what is hard, easy and never chosen", () => {
    expect(flagsOf({ facility: 0.19 })).toEqual(["hard"]);
    expect(flagsOf({ facility: 0.96 })).toEqual(["easy"]);
    expect(flagsOf({ choices: new Map([["key", 60]]) })).toEqual(["unused-distractor"]);
  });
});

describe("the tail of a fair coin", () => {
  it("is as counted by hand", () => {
    expect(tail(3, 4)).toBeCloseTo(5 / 16, 12);
    expect(tail(0, 7)).toBeCloseTo(1, 12);
    expect(tail(2_500, 4_000)).toBeLessThan(1e-50);
  });
});
