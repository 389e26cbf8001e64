import { describe, expect, it } from "vitest";
import type { PublicQuestion } from "./question.ts";
import { notReady, parseDecimal } from "./validation.ts";

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

describe("parseDecimal", () => {
  it.each([
    ["1,5", 1.5],
    ["−2", -2],
    [" 1 200 ", 1200],
    ["1e3", 1000],
    ["1,200,3", null],
    ["", null],
    ["0x10", null],
    ["Infinity", null],
  ])("reads %j as %d", (text, value) => expect(parseDecimal(text)).toBe(value));
});
