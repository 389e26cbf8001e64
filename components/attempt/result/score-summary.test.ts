import { createElement } from "react";
import { expect, it } from "vitest";
import { percentileSentence, ScoreSummary } from "#components/attempt/result/score-summary";
import { disputeSentence, todaySentence } from "#lib/attempts/score-words";
import { score } from "#lib/exam/scoring";
import { english, renderInEnglish } from "../../../tests/support/in-english.ts";

const show = (items: Parameters<typeof score>[0]) =>
  renderInEnglish(
    createElement(ScoreSummary, {
      score: score(items, 70, 2),
      others: { withoutDisputed: null, byTodaysKeys: null },
      domains: [],
      newQuestions: null,
      percentile: null,
      finishedBy: "learner",
      timeUsed: "1 min",
      marks: {},
      examSlug: null,
      marking: { rule: "all-or-nothing", version: 2 },
    }),
  );

it("gives no percentage of nothing: study that was submitted without a checked answer has no score", () => {
  expect(show([])).toContain("You didn’t check any answers");
  expect(show([])).not.toContain("%");
  expect(show([{ domain: "a", points: 0 }])).toContain("0%");
});

it("shows both scores while keys are disputed, and what the keys of today would give", () => {
  const points = (right: number, items: number) =>
    score(
      Array.from({ length: items }, (_, i) => ({ domain: "a", points: Number(i < right) })),
      70,
      2,
    );
  expect(disputeSentence(english, points(6, 10), points(6, 8))).toBe(
    "2 questions have disputed answers and don’t count towards your score while the authors check them. Your score including them: 60%, not passed.",
  );
  expect(disputeSentence(english, points(7, 10), points(6, 9))).toContain(
    "1 question has a disputed answer and doesn’t count",
  );
  expect(todaySentence(english, points(6, 10), points(7, 10))).toBe(
    "As graded then: 60% (not passed). With today’s correct answers: 70% (passed).",
  );
});

it("says where a first sitting stands, with the range in which it would be among everybody", () => {
  const percentile = { percent: 72.4, interval: { from: 58.2, to: 83.1 }, others: 31 };
  expect(percentileSentence(english, percentile)).toBe(
    "Better than 72% of 31 other first attempts with the same time limit (likely 58% to 83% of all learners).",
  );
});
