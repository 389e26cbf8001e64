import { describe, expect, it } from "vitest";
import { finalPoints, grade } from "./grading.ts";
import type { Answer, AnswerKey, PublicQuestion } from "./question.ts";

const stem = { stemHtml: "", stemText: "", scenario: null };
const options = ["a", "b", "c", "d"].map((id) => ({ id, html: id, text: id }));
const multiple: PublicQuestion = { ...stem, kind: "multiple", options, select: 2, shuffle: true, pinned: [] };
const keys: AnswerKey = { kind: "multiple", optionIds: ["a", "c"] };
const ticked = (...optionIds: string[]): Answer => ({ kind: "multiple", optionIds });

describe("grade", () => {
  it("gives a point for exactly the keys, in any order", () => {
    expect(grade(multiple, keys, ticked("c", "a"), "all-or-nothing")).toEqual({
      state: "graded",
      correct: true,
      points: 1,
    });
  });

  it("tells an answer with too few or too many ticks to choose exactly so many: not ready is not wrong", () => {
    for (const answer of [ticked("a"), ticked("a", "b", "c")]) {
      expect(grade(multiple, keys, answer, "all-or-nothing")).toEqual({ state: "not-ready", reason: "choose-exactly" });
    }
  });

  it("refuses an option that the question does not have", () => {
    expect(grade(multiple, keys, ticked("a", "z"), "all-or-nothing")).toEqual({
      state: "not-ready",
      reason: "foreign-answer",
    });
  });

  it("takes I don't know for an answer worth nothing", () => {
    expect(grade(multiple, keys, { kind: "dont-know" }, "proportional")).toEqual({
      state: "graded",
      correct: false,
      points: 0,
    });
  });
});

describe("finalPoints", () => {
  it.each([
    [["a", "c"], 1],
    [["a"], 0.5],
    [["a", "b"], 0],
    [["b", "d"], 0],
    [["a", "b", "c", "d"], 0],
  ])("in proportion, %j is worth %d: right less wrong, never below zero", (ids, points) => {
    expect(finalPoints(keys, ticked(...ids), "proportional")).toBe(points);
  });

  it("gives nothing for half the keys when all or nothing counts", () => {
    expect(finalPoints(keys, ticked("a"), "all-or-nothing")).toBe(0);
  });

  it("counts an option that a request says twice once", () => {
    expect(finalPoints(keys, ticked("a", "a"), "all-or-nothing")).toBe(0);
    expect(finalPoints(keys, ticked("a", "a"), "proportional")).toBe(0.5);
  });

  it("gives nothing for no answer", () => expect(finalPoints(keys, null, "proportional")).toBe(0));

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
    expect(finalPoints(number, { kind: "numeric", value }, "all-or-nothing")).toBe(points);
  });

  const text: AnswerKey = { kind: "text", accepted: ["BLEU", "bleu score"] };
  it.each([
    [" bleu ", 1],
    ["BLEU  Score", 1],
    ["ROUGE", 0],
  ])("compares the text %j without regard to case and space: %d", (value, points) => {
    expect(finalPoints(text, { kind: "text", value }, "all-or-nothing")).toBe(points);
  });

  it("wants every pair of a matching and every place of an ordering", () => {
    const pairs: AnswerKey = { kind: "matching", pairs: { p: "a", q: "b" } };
    expect(finalPoints(pairs, { kind: "matching", pairs: { q: "b", p: "a" } }, "all-or-nothing")).toBe(1);
    expect(finalPoints(pairs, { kind: "matching", pairs: { p: "a" } }, "all-or-nothing")).toBe(0);
    const order: AnswerKey = { kind: "ordering", optionIds: ["a", "b", "c"] };
    expect(finalPoints(order, { kind: "ordering", optionIds: ["a", "b", "c"] }, "all-or-nothing")).toBe(1);
    expect(finalPoints(order, { kind: "ordering", optionIds: ["b", "a", "c"] }, "all-or-nothing")).toBe(0);
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
  expect(finalPoints(key, { kind: "numeric", value }, "all-or-nothing")).toBe(points);
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
  expect(finalPoints(key, { kind: "numeric", value: given }, "all-or-nothing")).toBe(points);
});
