import { createElement } from "react";
import { expect, it } from "vitest";
import { Explanation } from "#components/question/explanation";
import { FirstAnswerNote, firstAnswerHeading } from "#components/question/first-answer-note";
import type { ShownFirstAnswer } from "#lib/attempts/read/question-page";
import type { Answer } from "#lib/exam/question";
import { english, renderInEnglish } from "../../tests/support/in-english.ts";

const choice = { kind: "single", optionId: "a" } as const;

/** The heading and what is under it. */
function verdict(state: ShownFirstAnswer["state"], wording: number | null, answer: Answer | null, correct = false) {
  const key = { kind: "single", optionId: "a" } as const;
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
  const first = { state, wording };
  const note = createElement(FirstAnswerNote, { first, answer, questionPath: "/exams/e/questions/q" });
  const heading = firstAnswerHeading(english, first);
  const html = renderInEnglish(createElement(Explanation, { secret, questionPath: null, heading }, note));
  const [, title, words = ""] = /<h2[^>]*>(.*?)<\/h2><p[^>]*>(.*?)<\/p>/.exec(html) ?? [];
  return `${title}: ${words.replace(/<a [^>]*href="([^"]*)"[^>]*>(.*?)<\/a>/, "[$2]($1)")}`;
}

it("a question page says of which answer its verdict is", () => {
  expect(verdict("graded", null, choice, true)).toBe("Correct: This is your first answer.");
  expect(verdict("graded", null, choice)).toBe("Incorrect: This is your first answer.");
  expect(verdict("graded", null, { kind: "dont-know" })).toBe(
    "Incorrect: The first time, you answered “I don’t know”.",
  );
  expect(verdict("graded", 3, choice, true)).toBe(
    "Correct: Your first answer was to an earlier wording. It’s graded by the current correct answer. [See what changed](/exams/e/questions/q/revisions/3)",
  );
});

it("a question page gives no verdict on what was not answered, or not with these options", () => {
  expect(verdict("blank", null, null)).toBe("Not answered: You left it blank the first time.");
  expect(verdict("was-right", 1, null)).toBe(
    "Answered before: Your first answer was to an earlier wording, and was correct then. [See what changed](/exams/e/questions/q/revisions/1)",
  );
  expect(verdict("was-wrong", 1, null)).toContain("Answered before: Your first answer was to an earlier wording");
});
