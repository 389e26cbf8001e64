import { createElement } from "react";
import { expect, it } from "vitest";
import { ResultDetail } from "#components/attempt/result/result-detail";
import type { ResultItem as Item } from "#lib/attempts/result-view";
import { blankMarks } from "#lib/exam/entries";
import type { Answer } from "#lib/exam/question";
import { renderInEnglish } from "../../../tests/support/in-english.ts";

const question = {
  kind: "text",
  stemHtml: "Which?",
  stemText: "Which?",
  scenario: null,
  options: [],
  prompts: [],
  columns: null,
  select: null,
  unit: null,
} as const;

function headingOf(answer: Answer | null, correct: boolean): string | undefined {
  const key = { kind: "text", accepted: ["yes"] } as const;
  const secret = {
    correct,
    points: Number(correct),
    key,
    shortKey: null,
    answer,
    explanationHtml: "",
    notes: {},
    references: [],
  };
  const location = { questionId: "q", name: "q" };
  const item: Item = {
    position: 1,
    domain: "a",
    lateSync: false,
    question,
    marks: blankMarks,
    secret,
    isWithheld: false,
    hasNewKey: false,
    isDisputed: false,
    picked: [],
    location,
    turns: [],
  };
  const html = renderInEnglish(createElement(ResultDetail, { item, examSlug: "exam", planned: null, why: null }));
  return /<h2 data-verdict[^>]*>(.*?)<\/h2>/.exec(html)?.[1];
}

it("heads the explanation of an item with what became of it: what was left blank is not an answer that is wrong", () => {
  expect(headingOf(null, false)).toBe("Left blank");
  expect(headingOf({ kind: "text", value: "no" }, false)).toBe("Incorrect");
  expect(headingOf({ kind: "dont-know" }, false)).toBe("Incorrect");
  expect(headingOf({ kind: "text", value: "yes" }, true)).toBe("Correct");
});
