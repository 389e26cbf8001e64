import { describe, expect, it } from "vitest";
import { facilityRange, type ItemAnswer, itemStatistics } from "./item-statistics.ts";

/** Ten filler questions that the first `right` learners know, and one item whose points the test gives. */
function sample(pointsOf: (learner: number) => number, learners = 40): ItemAnswer[] {
  return Array.from({ length: learners }, (_, learner) => [
    ...Array.from({ length: 10 }, (_, q) => ({
      learnerId: `l${learner}`,
      questionId: `filler-${q}`,
      points: Number(q < learner / 4),
      optionIds: [],
    })),
    {
      learnerId: `l${learner}`,
      questionId: "item",
      points: pointsOf(learner),
      optionIds: [pointsOf(learner) === 1 ? "key" : "wrong"],
    },
  ]).flat();
}
const item = (answers: readonly ItemAnswer[]) => {
  const found = itemStatistics(answers).get("item");
  if (found === undefined) throw new Error("no item");
  return found;
};

describe("item statistics", () => {
  it("gives the share of points and the counts of choices", () => {
    const found = item(sample((learner) => Number(learner >= 30)));
    expect(found).toMatchObject({ answers: 40, facility: 0.25, discrimination: { learners: 40 } });
    expect([...found.choices].sort()).toEqual([
      ["key", 10],
      ["wrong", 30],
    ]);
  });

  it("discriminates well where the better learners are right, and badly where the worse are", () => {
    const good = item(sample((learner) => Number(learner >= 20))).discrimination?.value ?? 0;
    expect(good).toBeGreaterThan(0.8);
    expect(item(sample((learner) => Number(learner < 20))).discrimination?.value).toBeLessThan(-0.8);
  });

  it("leaves the item itself out of what it is compared with", () => {
    // Everybody is alike in everything else: with itself among it the item would correlate with itself.
    const answers = sample((learner) => learner % 2).map((answer) =>
      answer.questionId === "item" ? answer : { ...answer, points: 1 },
    );
    expect(item(answers).discrimination).toBeNull();
  });

  it("shows what the strongest and the weakest third chose", () => {
    // 13 of 40 are a third: learners 27 to 39 know most, 0 to 12 least.
    expect(item(sample((learner) => Number(learner >= 30))).thirds).toEqual({
      learners: 13,
      strong: new Map([
        ["wrong", 3],
        ["key", 10],
      ]),
      weak: new Map([["wrong", 13]]),
    });
    expect(item(sample((learner) => learner % 2, 29)).thirds).toBeNull();
  });
});

describe("the range of a facility", () => {
  it("is Wilson's, and narrows with the answers", () => {
    const rounded = (facility: number, answers: number) =>
      facilityRange(facility, answers).map((bound) => Number(bound.toFixed(3)));
    expect(rounded(0.5, 10)).toEqual([0.237, 0.763]);
    expect(rounded(0.5, 1000)).toEqual([0.469, 0.531]);
    expect(rounded(0, 1)).toEqual([0, 0.793]);
    expect(rounded(1, 30)).toEqual([0.886, 1]);
  });
});
