import { describe, expect, it } from "vitest";
import type { PublicQuestion } from "./question.ts";
import { readNumbers } from "./read-numbers.ts";
import { notReady } from "./validation.ts";

const stem = { stemHtml: "", stemText: "", scenario: null };
const options = ["a", "b", "c"].map((id) => ({ id, html: id, text: id }));
const ordering: PublicQuestion = { ...stem, kind: "ordering", options };
const matching: PublicQuestion = { ...stem, kind: "matching", prompts: options, options, columns: ["x", "y"] };
const numeric: PublicQuestion = { ...stem, kind: "numeric", unit: null };

describe("notReady", () => {
  it("asks for an answer where there is none", () => expect(notReady(numeric, null)).toBe("nothing-chosen"));
  it.each([[["a"]], [["", "b", "a"]], [["a", "b", "", "c"]]])("asks for every place of %j", (optionIds) =>
    expect(notReady(ordering, { kind: "ordering", optionIds })).toBe("order-incomplete"),
  );
  it("asks for every pair", () =>
    expect(notReady(matching, { kind: "matching", pairs: { a: "b" } })).toBe("pairs-incomplete"));
  it("asks a reader of the decimal comma what a number with a point before three digits means", () => {
    const answer = { kind: "numeric", value: "1.200" } as const;
    expect([notReady(numeric, answer, ","), notReady(numeric, answer, ".")]).toEqual(["ambiguous-number", null]);
    expect(notReady(numeric, { kind: "numeric", value: "1,5" }, ",")).toBeNull();
  });
  it("asks for a number", () => expect(notReady(numeric, { kind: "numeric", value: "many" })).toBe("not-a-number"));
  it("refuses an answer of another kind", () =>
    expect(notReady(numeric, { kind: "text", value: "1" })).toBe("foreign-answer"));
  it("refuses an entry given twice", () => {
    expect(notReady(ordering, { kind: "ordering", optionIds: ["a", "a", "b"] })).toBe("foreign-answer");
  });
  it("lets a complete answer pass", () => {
    expect(notReady(ordering, { kind: "ordering", optionIds: ["c", "a", "b"] })).toBeNull();
    expect(notReady(numeric, { kind: "dont-know" })).toBeNull();
  });
});

describe("the numbers that may be meant", () => {
  it.each([
    ["1,5", [1.5]],
    ["−2", [-2]],
    [" 1 200 ", [1200]],
    ["1'200.5", [1200.5]],
    ["1e3", [1000]],
    ["40,960", [40.96, 40_960]],
    ["1,234,567", [1_234_567]],
    ["-1,234,567.5", [-1_234_567.5]],
    ["1.234.567", [1_234_567]],
    ["1.234,5", [1234.5]],
    ["40.960", [40.96, 40_960]],
    ["0,960", [0.96]],
    ["1,200,3", []],
    ["1,2345", [1.2345]],
    ["", []],
    ["0x10", []],
    ["Infinity", []],
  ])("by %j are %j", (text, values) => expect(readNumbers(text)).toEqual(values));
});

describe("more to choose than are right", () => {
  const choosable = { options, shuffle: true, pinned: [] };
  const question: PublicQuestion = { ...stem, kind: "multiple", select: 2, upTo: true, ...choosable };
  it.each([
    [[], "nothing-chosen"],
    [["a"], null],
    [["a", "b"], null],
    [["a", "b", "c"], "choose-at-most"],
  ])("says of %j %j", (optionIds, reason) => expect(notReady(question, { kind: "multiple", optionIds })).toBe(reason));
});
