import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { ScoreSummary } from "#components/attempt/score-summary";
import { score } from "#lib/exam/scoring";

const show = (items: Parameters<typeof score>[0]) =>
  renderToStaticMarkup(
    createElement(ScoreSummary, {
      score: score(items, 70, 2),
      domains: [],
      newQuestions: null,
      finishedBy: "learner",
      timeUsed: "1 min",
      examSlug: null,
      marking: { rule: "all-or-nothing", version: 2 },
    }),
  );

it("gives no percentage of nothing: study that was submitted without a checked answer has no score", () => {
  expect(show([])).toContain("No answer was checked");
  expect(show([])).not.toContain("%");
  expect(show([{ domain: "a", points: 0 }])).toContain("0%");
});
