import { expect, it } from "vitest";
import { judgeFirst } from "./judge-first.ts";
import type { PublicQuestion, Secret } from "./question.ts";

const options = ["a", "b", "c", "d"].map((id) => ({ id, html: id, text: id }));
const question: PublicQuestion = {
  ...{ kind: "single", stemHtml: "", stemText: "", scenario: null, shuffle: true, pinned: [] },
  options,
};
const secret: Secret = { key: { kind: "single", optionId: "a" }, explanation: [], optionNotes: {}, references: [] };
const judge = (answer: Parameters<typeof judgeFirst>[0]) => judgeFirst(answer, question, secret, "all-or-nothing");

it("judges a first answer by its points", () => {
  expect(judge({ kind: "single", optionId: "a" })).toEqual({ given: "answer", points: 1, worth: 1 });
  expect(judge({ kind: "single", optionId: "b" })).toEqual({ given: "answer", points: 0, worth: 0 });
});

it('takes "I don\'t know" for a guess among four, and a blank for nothing', () => {
  expect(judge({ kind: "dont-know" })).toEqual({ given: "dont-know", points: 0, worth: 0.25 });
  expect(judge(null)).toEqual({ given: "blank", points: 0, worth: 0 });
});
