import { createElement } from "react";
import { expect, it } from "vitest";
import { SessionSummary } from "#components/attempt/result/session-summary";
import { score } from "#lib/exam/scoring";
import { renderInEnglish } from "../../../tests/support/in-english.ts";

const domains = ["land", "sea"].map((id) => ({ id, title: `The ${id}`, weight: 50 }));
const reviews = { due: 0, withinDay: 2, withinWeek: 1, later: 0 };

function textOf(items: Parameters<typeof score>[0]): string {
  const summary = createElement(SessionSummary, {
    score: score(items, 70, 2),
    domains,
    marks: {},
    examSlug: null,
    elapsedMs: 75_400,
    reviews,
  });
  return renderInEnglish(summary)
    .replace(/<[^>]*>/g, " ")
    .replace(/\s+/g, " ");
}

it("a study session ends with what was right, the time, what comes again and what to practise, without a pass mark", () => {
  const text = textOf([
    { domain: "land", points: 1 },
    { domain: "sea", points: 1 },
    { domain: "sea", points: 0 },
  ]);
  expect(text).toContain("2 of 3 points");
  expect(text).toContain("Time 1 min 15 s");
  expect(text).toContain("Due again 2 within a day, 1 within a week");
  expect(text).toContain("Practise The sea");
  expect(text).not.toMatch(/pass/i);
  expect(textOf([{ domain: "sea", points: 1 }])).not.toContain("Practise");
});
