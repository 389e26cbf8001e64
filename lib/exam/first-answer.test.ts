import { describe, expect, it } from "vitest";
import { judgeFirstAnswer } from "./first-answer.ts";
import type { AnswerKey, PublicQuestion, Question } from "./question.ts";

const stem = { stemHtml: "", stemText: "", scenario: null };
const options = (ids: string) => [...ids].map((id) => ({ id, html: id, text: id }));
const question = (part: PublicQuestion, key: AnswerKey): Question => ({
  public: part,
  secret: { key, explanation: [], optionNotes: {}, references: [] },
});
const single = (ids: string, optionId: string) =>
  question({ ...stem, kind: "single", options: options(ids), shuffle: true, pinned: [] }, { kind: "single", optionId });
const multiple = (ids: string, keys: string) =>
  question(
    { ...stem, kind: "multiple", options: options(ids), shuffle: true, pinned: [], select: keys.length },
    { kind: "multiple", optionIds: [...keys] },
  );
const numeric = (value: number, unit: string) =>
  question({ ...stem, kind: "numeric", unit }, { kind: "numeric", value, tolerance: 0 });

const choice = (optionId: string) => ({ kind: "single", optionId }) as const;

describe("a first answer beside a later wording", () => {
  it("stays right when nothing but the words around its options changed", () => {
    const answer = choice("a");
    expect(judgeFirstAnswer(answer, single("ab", "a"), single("ab", "a"))).toEqual({
      state: "graded",
      answer,
      points: 1,
    });
  });

  it("is graded by the key that is shown, so that the verdict agrees with the marks at the options", () => {
    expect(judgeFirstAnswer(choice("a"), single("ab", "a"), single("ab", "b"))).toMatchObject({
      state: "graded",
      points: 0,
    });
    expect(judgeFirstAnswer(choice("a"), single("ab", "b"), single("ac", "a"))).toMatchObject({
      state: "graded",
      points: 1,
    });
  });

  it("keeps the verdict of its own wording when its option is gone, and is shown at no other", () => {
    expect(judgeFirstAnswer(choice("a"), single("ab", "a"), single("cb", "c"))).toEqual({
      state: "was-right",
      answer: null,
      points: 0,
    });
    expect(judgeFirstAnswer(choice("b"), single("ab", "a"), single("ac", "a"))).toMatchObject({ state: "was-wrong" });
  });

  it("is not measured by another number of options to choose, another kind or another unit", () => {
    const two = { kind: "multiple", optionIds: ["a", "b"] } as const;
    expect(judgeFirstAnswer(two, multiple("abcd", "ab"), multiple("abcd", "abc"))).toMatchObject({
      state: "was-right",
    });
    expect(judgeFirstAnswer(two, multiple("abcd", "ab"), single("abcd", "a"))).toMatchObject({ state: "was-right" });
    const five = { kind: "numeric", value: "5" } as const;
    expect(judgeFirstAnswer(five, numeric(5, "s"), numeric(5000, "ms"))).toMatchObject({ state: "was-right" });
    expect(judgeFirstAnswer(five, numeric(5, "s"), numeric(5, "s"))).toMatchObject({ state: "graded", points: 1 });
  });

  it("of one option too few stays wrong, not unknown", () => {
    const one = { kind: "multiple", optionIds: ["a"] } as const;
    expect(judgeFirstAnswer(one, multiple("abcd", "ab"), multiple("abcd", "ab"))).toMatchObject({
      state: "graded",
      points: 0,
    });
  });

  it("says so when there was none, and when the learner did not know", () => {
    expect(judgeFirstAnswer(null, single("ab", "a"), single("ab", "a"))).toMatchObject({ state: "blank" });
    const answer = { kind: "dont-know" } as const;
    expect(judgeFirstAnswer(answer, single("ab", "a"), single("cde", "c"))).toEqual({
      state: "graded",
      answer,
      points: 0,
    });
  });
});
