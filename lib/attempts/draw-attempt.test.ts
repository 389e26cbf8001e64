import { describe, expect, it } from "vitest";
import { type DrawRequest, drawAttempt } from "./draw-attempt.ts";

const all = Array.from({ length: 30 }, (_, i) => ({
  questionId: `q${i}`,
  name: `q${i}`,
  revisionId: `r${i}`,
  domain: "only",
  tags: [],
  difficulty: null,
}));

function study(choices: DrawRequest["choices"], asked: Iterable<readonly [string, number]> = []) {
  const exam = { domains: [{ id: "only", title: "Only", weight: 1 }], sections: [], passing: 70, minutes: 60 };
  return drawAttempt({
    exam: { ...exam, scoring: "all-or-nothing" },
    all,
    mode: "study",
    seed: "seed",
    choices,
    only: null,
    asked: new Map(asked),
    named: null,
  } as unknown as DrawRequest);
}

describe("a study session", () => {
  it("has as many questions as were chosen, and no clock", () => {
    const { drawn, plan } = study({ count: 10 });
    expect([drawn.length, plan.timeLimitMinutes]).toEqual([10, null]);
  });

  it("with a time limit has a clock, and every question there is", () => {
    const { drawn, plan } = study({ minutes: 30 });
    expect([drawn.length, plan.timeLimitMinutes]).toEqual([30, 30]);
  });

  it("takes what was not asked yet, then what was asked longest ago", () => {
    const asked = all.slice(0, 27).map(({ questionId }, i) => [questionId, i + 1] as const);
    const ids = study({ count: 5 }, asked).drawn.map(({ questionId }) => questionId);
    expect(new Set(ids.slice(0, 3))).toEqual(new Set(["q27", "q28", "q29"]));
    expect(new Set(ids.slice(3))).toEqual(new Set(["q0", "q1"]));
  });
});
