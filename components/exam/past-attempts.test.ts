import { createElement } from "react";
import { expect, it } from "vitest";
import { MockScores } from "#components/progress/mock-scores";
import type { AttemptSummary } from "#lib/attempts/read/list-attempts";
import { noOtherScores } from "#lib/attempts/read/other-scores";
import { score } from "#lib/exam/scoring";
import { renderInEnglish } from "../../tests/support/in-english.ts";
import { PastAttempts } from "./past-attempts.tsx";

const now = new Date("2026-11-22T12:00:00Z");
const summary = (choices: AttemptSummary["choices"]): AttemptSummary => ({
  id: "a",
  examSlug: "sample",
  mode: "mock",
  startedAt: now,
  deadlineAt: now,
  finishedAt: now,
  score: score([{ domain: "a", points: 1 }], 70, 2),
  newQuestions: 1,
  others: noOtherScores,
  choices,
});

it.each([
  [{ timeFactor: 1.5 }, "1.5 × time"],
  [{ timeFactor: null }, "no time limit"],
])("a mock exam with other time than the exam's own says so wherever it is listed: %j", (choices, words) => {
  for (const attempts of [[summary(choices)], [summary({ timeFactor: 1 })]]) {
    const lists = [
      createElement(PastAttempts, { attempts, now }),
      createElement(MockScores, { attempts, passing: 70, now }),
    ];
    for (const list of lists.map(renderInEnglish)) expect(list.includes(words)).toBe(attempts[0]?.choices === choices);
  }
});
