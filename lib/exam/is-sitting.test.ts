import { describe, expect, it } from "vitest";
import { isSitting } from "./is-sitting.ts";

describe("isSitting", () => {
  const clock = (seconds: number) => new Date(Date.UTC(2026, 10, 29) + seconds * 1000);
  const study = { mode: "study", learnerSince: clock(0), startedAt: clock(50), endedAt: clock(80), answered: 10 };

  it("counts an answer of a learner who has been here for a minute and took three seconds an answer", () => {
    expect(isSitting(study)).toBe(true);
  });

  it("does not count answers that came faster on average", () => {
    expect(isSitting({ ...study, answered: 11 })).toBe(false);
    expect(isSitting({ ...study, answered: 0, startedAt: clock(78) })).toBe(false);
  });

  it("does not count a learner who began less than a minute before", () => {
    expect(isSitting({ ...study, learnerSince: clock(20) })).toBe(true);
    expect(isSitting({ ...study, learnerSince: clock(21) })).toBe(false);
  });

  it("asks only for the learner's age on a question's own page, which is started and answered at once", () => {
    const page = { ...study, mode: "question", startedAt: study.endedAt, answered: 1 };
    expect(isSitting(page)).toBe(true);
    expect(isSitting({ ...page, learnerSince: clock(70) })).toBe(false);
  });
});
