import { describe, expect, it } from "vitest";
import { finalPoints, grade } from "./grading.ts";
import type { Marking } from "./kinds/kind.ts";
import type { Answer, AnswerKey, PublicQuestion } from "./question.ts";

const stem = { stemHtml: "", stemText: "", scenario: null };
const options = ["a", "b", "c", "d"].map((id) => ({ id, html: id, text: id }));
const options5 = ["a", "b", "c", "d", "e"].map((id) => ({ id, html: id, text: id }));
const numeric: PublicQuestion = { ...stem, kind: "numeric", unit: null };
const typed: PublicQuestion = { ...stem, kind: "text" };
const multiple: PublicQuestion = { ...stem, kind: "multiple", options, select: 2, shuffle: true, pinned: [] };
const keys: AnswerKey = { kind: "multiple", optionIds: ["a", "c"] };
const whole: Marking = { rule: "all-or-nothing", version: 2 };
const inPart: Marking = { rule: "proportional", version: 2 };
const ticked = (...optionIds: string[]): Answer => ({ kind: "multiple", optionIds });

describe("grade", () => {
  it("gives a point for exactly the keys, in any order", () => {
    expect(grade(multiple, keys, ticked("c", "a"), whole)).toEqual({
      state: "graded",
      correct: true,
      points: 1,
    });
  });

  it("asks for the exact number of options when too few or too many are ticked: not ready is not wrong", () => {
    for (const answer of [ticked("a"), ticked("a", "b", "c")]) {
      expect(grade(multiple, keys, answer, whole)).toEqual({ state: "not-ready", reason: "choose-exactly" });
    }
  });

  it("refuses an option that the question does not have", () => {
    expect(grade(multiple, keys, ticked("a", "z"), whole)).toEqual({
      state: "not-ready",
      reason: "foreign-answer",
    });
  });

  it("takes I don't know for an answer worth nothing", () => {
    expect(grade(multiple, keys, { kind: "dont-know" }, inPart)).toEqual({
      state: "graded",
      correct: false,
      points: 0,
    });
  });
});

describe("finalPoints", () => {
  const choose = (m: number): PublicQuestion => ({ ...multiple, options: options5.slice(0, m) });
  const key = (k: number): AnswerKey => ({ kind: "multiple", optionIds: options5.slice(0, k).map(({ id }) => id) });

  // Right options come first: of m options the first k.
  it.each([
    [3, 5, "abc", 1],
    [3, 5, "ab", 2 / 3],
    [3, 5, "abd", 1 / 6],
    [3, 5, "abcd", 1 / 2],
    [3, 5, "abcde", 0],
    [4, 5, "abcde", 0],
    [4, 5, "abc", 3 / 4],
    [2, 4, "ac", 0],
    [2, 4, "cd", 0],
    [5, 5, "abcd", 4 / 5],
  ])("in part, %d right of %d options and %j ticked is worth right/k - wrong/(m - k): %d", (k, m, ids, points) => {
    expect(finalPoints(choose(m), key(k), ticked(...ids), inPart)).toBeCloseTo(points, 12);
  });

  it("gives somebody who ticks at random nothing on average, before the floor", () => {
    const sets = Array.from({ length: 32 }, (_, bits) =>
      options5.filter((__, i) => (bits >> i) & 1).map(({ id }) => id),
    );
    const worth = (ids: string[]) => ids.reduce((sum, id) => sum + (id < "d" ? 1 / 3 : -1 / 2), 0);
    expect(sets.reduce((sum, ids) => sum + worth(ids), 0)).toBeCloseTo(0, 12);
    for (const ids of sets)
      expect(finalPoints(choose(5), key(3), ticked(...ids), inPart)).toBeCloseTo(Math.max(0, worth(ids)), 12);
  });

  it.each([
    [["a", "c"], 1],
    [["a"], 0.5],
    [["a", "b"], 0],
    [["a", "b", "c"], 0.5],
    [["a", "b", "c", "d"], 0],
  ])("keeps version 1 for attempts that began under it: %j is worth %d", (ids, points) => {
    expect(finalPoints(multiple, keys, ticked(...ids), { rule: "proportional", version: 1 })).toBe(points);
  });

  it("gives nothing for half the keys when all or nothing counts", () => {
    expect(finalPoints(multiple, keys, ticked("a"), whole)).toBe(0);
  });

  it("counts an option that a request names twice once", () => {
    expect(finalPoints(multiple, keys, ticked("a", "a"), whole)).toBe(0);
    expect(finalPoints(multiple, keys, ticked("a", "a"), inPart)).toBe(0.5);
  });

  it("gives nothing for no answer", () => expect(finalPoints(multiple, keys, null, inPart)).toBe(0));

  const order: AnswerKey = { kind: "ordering", optionIds: ["a", "b", "c", "d"] };
  const placed = (...optionIds: string[]): Answer => ({ kind: "ordering", optionIds });
  const ordering: PublicQuestion = { ...stem, kind: "ordering", options };

  it.each([
    ["abcd", 1],
    // One of the six pairs is turned round: 5/6 - 1/6.
    ["abdc", 2 / 3],
    // The first entry is last: 3/6 - 3/6.
    ["bcda", 0],
    // Two pairs are turned round: 4/6 - 2/6.
    ["badc", 1 / 3],
    ["dcba", 0],
  ])("gives an order in part the pairs in the right order less the others, %s: %d", (ids, points) => {
    expect(finalPoints(ordering, order, placed(...ids), inPart)).toBeCloseTo(points, 12);
    expect(finalPoints(ordering, order, placed(...ids), whole)).toBe(Math.floor(points));
    expect(finalPoints(ordering, order, placed(...ids), { rule: "proportional", version: 1 })).toBe(Math.floor(points));
  });

  it("counts of an order that is not finished only the pairs that have both places", () => {
    expect(finalPoints(ordering, order, placed("a", "b", "", ""), inPart)).toBeCloseTo(1 / 6, 12);
    expect(finalPoints(ordering, order, placed("b", "a"), inPart)).toBe(0);
  });

  const pairs: AnswerKey = { kind: "matching", pairs: { p: "a", q: "b", r: "c" } };
  const matched = (made: Record<string, string>): Answer => ({ kind: "matching", pairs: made });
  const columns = ["Left", "Right"] as const;
  const prompts = ["p", "q", "r"].map((id) => ({ id, html: id, text: id }));
  const matching: PublicQuestion = { ...stem, kind: "matching", prompts, options, columns };

  // Three prompts with four options each: three right pairs, nine wrong ones.
  it.each([
    [{ p: "a", q: "b", r: "c" }, 1],
    [{ p: "a", q: "b", r: "d" }, 2 / 3 - 1 / 9],
    [{ p: "a", q: "b" }, 2 / 3],
    [{ p: "a", q: "c", r: "b" }, 1 / 3 - 2 / 9],
    [{ p: "b", q: "c", r: "a" }, 0],
    [{ p: "a", q: "a", r: "a" }, 1 / 3 - 2 / 9],
  ])("gives a matching in part right pairs less wrong ones, %j: %d", (made, points) => {
    expect(finalPoints(matching, pairs, matched(made), inPart)).toBeCloseTo(points, 12);
    expect(finalPoints(matching, pairs, matched(made), whole)).toBe(Math.floor(points));
  });

  const number: AnswerKey = { kind: "numeric", value: 0.3, tolerance: 0.1 };
  it.each([
    ["0.3", 1],
    ["0,3", 1],
    ["0.2", 1],
    ["0.4", 1],
    ["0.41", 0],
    [".35", 1],
    ["3e-1", 1],
    ["0.3 or so", 0],
  ])("takes %s for a number within the tolerance: %d", (value, points) => {
    expect(finalPoints(numeric, number, { kind: "numeric", value }, whole)).toBe(points);
  });

  const text: AnswerKey = { kind: "text", accepted: ["BLEU", "bleu score"] };
  it.each([
    [" bleu ", 1],
    ["BLEU  Score", 1],
    ["ROUGE", 0],
  ])("compares the text %j without regard to case and space: %d", (value, points) => {
    expect(finalPoints(typed, text, { kind: "text", value }, whole)).toBe(points);
  });

  it.each([
    ["it's", "it’s", 1],
    ['"yes"', "“Yes”", 1],
    ["--force", "—force", 1],
    ["a - b", "a — b", 1],
    ["well-known", "well‑known", 1],
    ["a — b", "a - b", 1],
    ["--force", "-force", 0],
    ["wait...", "wait…", 1],
  ])("takes %s written as a phone's keyboard writes it, %s: %d", (accepted, value, points) => {
    expect(finalPoints(typed, { kind: "text", accepted: [accepted] }, { kind: "text", value }, whole)).toBe(points);
  });
});

it.each([
  ["40960", 1],
  ["40,960", 1],
  ["40 960", 1],
  ["40.96", 0],
  ["4,096", 0],
])("takes %j for 40,960 or not: %d", (value, points) => {
  const key: AnswerKey = { kind: "numeric", value: 40_960, tolerance: 0 };
  expect(finalPoints(numeric, key, { kind: "numeric", value }, whole)).toBe(points);
});

it.each([
  [6.626e-34, 0, "0", 0],
  [6.626e-34, 0, "6.7e-34", 0],
  [6.626e-34, 0, "6.626e-34", 1],
  [175e9, 0, "175000000100", 0],
  [175e9, 0, "175,000,000,000", 1],
  [0, 0, "0.0000000001", 0],
  [0.75, 0.01, "0.76", 1],
  [0.75, 0.01, "0.74", 1],
  [0.75, 0.01, "0.7600001", 0],
  [1e6, 0.1, "1000000.1", 1],
])("with the key %d within %d takes %s: %d", (value, tolerance, given, points) => {
  const key: AnswerKey = { kind: "numeric", value, tolerance };
  expect(finalPoints(numeric, key, { kind: "numeric", value: given }, whole)).toBe(points);
});
