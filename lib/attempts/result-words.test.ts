import { describe, expect, it } from "vitest";
import { blankMarks } from "#lib/exam/entries";
import { english } from "../../tests/support/in-english.ts";
import { inBlueprintOrder } from "./blueprint-order.ts";
import type { AttemptPlan } from "./plan.ts";
import { confidenceRows, isShown, type ResultItem } from "./result-view.ts";
import { timeUsedWords } from "./time-used.ts";

const plan = (more: Partial<AttemptPlan>): AttemptPlan => ({
  reveal: "at-end",
  timeLimitMinutes: 90,
  passing: 70,
  scoring: "all-or-nothing",
  sections: [],
  bankHash: "",
  choices: {},
  ...more,
});
const item = (correct: boolean, confidence: "sure" | "unsure" | "guess" | null, turns: readonly boolean[] = []) => {
  const answer = { kind: "text", value: "x" } as const;
  return { secret: { correct, answer }, marks: { ...blankMarks, confidence }, turns } as unknown as ResultItem;
};

it("lists domains in the order of the blueprint, and those that it lost at the end", () => {
  const scores = ["lost", "c", "a", "b"].map((domain) => ({ domain, points: 1, items: 2 }));
  const order = inBlueprintOrder(scores, [{ id: "a" }, { id: "b" }, { id: "c" }]).map(({ domain }) => domain);
  expect(order).toEqual(["a", "b", "c", "lost"]);
});

describe("the time used", () => {
  const startedAt = new Date("2026-11-22T12:00:00Z");
  const used = (minutes: number, more: Partial<AttemptPlan> = {}) =>
    timeUsedWords(english, {
      plan: plan(more),
      startedAt,
      finishedAt: new Date(startedAt.getTime() + minutes * 60_000),
    });

  it("stands beside the limit and the factor that was chosen", () => {
    expect(used(48)).toBe("48 min of 90 min");
    expect(used(48, { choices: { timeFactor: 1.5 } })).toBe("48 min of 90 min (1.5 × time)");
    expect(used(200, { timeLimitMinutes: null, choices: { timeFactor: null } })).toBe("3 h 20 min (no time limit)");
    expect(used(3 * 24 * 60, { timeLimitMinutes: null })).toBe("3 days");
  });
});

it("sets what was said to be sure against what came of it, the surest first", () => {
  const items = [item(true, "sure"), item(false, "sure"), item(true, "guess"), item(true, null)];
  expect(confidenceRows(items)).toEqual([
    { confidence: "sure", right: 1, wrong: 1 },
    { confidence: "guess", right: 1, wrong: 0 },
  ]);
});

it("finds what was sure and wrong, and what was changed from right to wrong", () => {
  expect(isShown(item(false, "sure"), "sure-wrong", null)).toBe(true);
  expect(isShown(item(true, "sure"), "sure-wrong", null)).toBe(false);
  expect(isShown(item(false, null, [true, false]), "turned-wrong", null)).toBe(true);
  expect(isShown(item(true, null, [false, true]), "turned-wrong", null)).toBe(false);
  expect(isShown(item(false, null, [false]), "turned-wrong", null)).toBe(false);
});
