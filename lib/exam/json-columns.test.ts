import { describe, expect, it } from "vitest";
import {
  readAnswer,
  readClosings,
  readConfidence,
  readFlag,
  readGiven,
  readPublicQuestion,
  readScore,
  readSecret,
  readTexts,
} from "./json-columns.ts";

describe("a column of JSON", () => {
  it("is read when it holds what it should", () => {
    expect(readAnswer('{"kind":"single","optionId":"a"}')).toEqual({ kind: "single", optionId: "a" });
    expect(readGiven('{"kind":"dont-know"}')).toEqual({ kind: "dont-know" });
    expect(readTexts('["a","b"]')).toEqual(["a", "b"]);
    expect(readClosings('["2026-11-29T10:00:00.000Z",null]')).toEqual([new Date("2026-11-29T10:00:00.000Z"), null]);
  });

  it("may hold no answer and no score", () => {
    expect([readGiven(null), readGiven("null"), readScore(null)]).toEqual([null, null, null]);
  });

  it.each([
    ["an answer of no kind", () => readAnswer('{"kind":"song"}')],
    ["an answer that is a text", () => readAnswer('"a"')],
    ["a question without a stem", () => readPublicQuestion('{"kind":"single"}')],
    ["a key in the place of what holds it", () => readSecret('{"kind":"single","optionId":"a"}')],
    ["a score without a share", () => readScore("{}")],
    ["numbers among texts", () => readTexts('["a",1]')],
    ["a word for a flag", () => readFlag('"yes"')],
    ["half a value", () => readFlag("tru")],
    ["nothing", () => readFlag("")],
  ])("throws for %s", (_, read) => {
    expect(read).toThrow(/^A column that should hold/);
  });

  it("does not repeat in its message what it holds, which may be a key", () => {
    const read = () => readSecret('{"key":{"kind":"song","optionId":"the right one"}}');
    expect(read).toThrow(/a key/);
    expect(read).not.toThrow(/the right one/);
  });

  it("says nothing of how sure somebody was where it holds another word", () => {
    expect(readConfidence('"sure"')).toBe("sure");
    expect(readConfidence('"banana"')).toBeNull();
  });
});
