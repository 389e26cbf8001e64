import { AppRouterContext } from "next/dist/shared/lib/app-router-context.shared-runtime";
import { type ContextType, createElement } from "react";
import { expect, it } from "vitest";
import { TryOne } from "#components/home/try-one";
import type { QuestionPageView } from "#lib/attempts/read/question-page";
import { usualLength } from "#lib/attempts/study-length";
import { renderInEnglish } from "../../tests/support/in-english.ts";

const view: QuestionPageView = {
  questionId: "q",
  retired: false,
  question: {
    kind: "single",
    stemHtml: "Which?",
    stemText: "Which?",
    scenario: null,
    options: ["a", "b"].map((id) => ({ id, letter: id.toUpperCase(), html: id, text: id })),
    prompts: [],
    columns: null,
    select: null,
    unit: null,
  },
  stamp: "single abc",
  secret: {
    correct: false,
    points: 0,
    key: { kind: "single", optionId: "a" },
    shortKey: null,
    answer: null,
    explanationHtml: "So",
    notes: {},
    references: [],
  },
  first: { state: "was-wrong", wording: null },
  dispute: null,
  isWithheld: false,
};

it("goes on with a session of the usual length: one of the whole exam keeps its plan from setting a mock exam aside", () => {
  const one = createElement(TryOne, { exam: { slug: "exam", title: "Exam" }, name: "q", view });
  const router = {} as NonNullable<ContextType<typeof AppRouterContext>>;
  const html = renderInEnglish(createElement(AppRouterContext, { value: router }, one));
  expect(html).toContain(`name="length" value="${usualLength}"`);
});
