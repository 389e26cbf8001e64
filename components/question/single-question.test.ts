import { createElement } from "react";
import { expect, it } from "vitest";
import { SingleQuestion } from "#components/question/single-question";
import type { ShownQuestion } from "#lib/exam/presentation";
import { renderInEnglish } from "../../tests/support/in-english.ts";

const option = (id: string) => ({ id, letter: id.toUpperCase(), html: id, text: id });
const question: ShownQuestion = {
  kind: "single",
  stemHtml: "Which?",
  stemText: "Which?",
  scenario: null,
  options: ["a", "b"].map(option),
  prompts: [],
  columns: null,
  select: null,
  unit: null,
};

it("has no button but those that answer: what is pressed in passing must not check the answer for good", () => {
  const closed = { secret: null, first: null, isWithheld: false, retired: false };
  const page = { examSlug: "exam", name: "q", question, stamp: "single abc", ...closed };
  const html = renderInEnglish(createElement(SingleQuestion, page));
  const intents = [...html.matchAll(/<button [^>]*value="([^"]*)"/g)].map((match) => match[1]);
  expect(intents).toEqual(["check", "dont-know"]);
  expect(html, "what its wording was").toContain('name="kind" value="single abc"');
});
