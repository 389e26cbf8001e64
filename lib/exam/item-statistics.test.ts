import { describe, expect, it } from "vitest";
import { facilityRange, type ItemAnswer, itemFlags, itemStatistics } from "./item-statistics.ts";

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
    expect(found).toMatchObject({ answers: 40, facility: 0.25, pairs: 40 });
    expect([...found.choices].sort()).toEqual([
      ["key", 10],
      ["wrong", 30],
    ]);
  });

  it("discriminates well where the better learners are right, and badly where the worse are", () => {
    const good = item(sample((learner) => Number(learner >= 20))).discrimination ?? 0;
    expect(good).toBeCloseTo(Math.sqrt(3) / 2, 1);
    expect(item(sample((learner) => Number(learner < 20))).discrimination).toBeCloseTo(-good, 9);
  });

  it("leaves the item itself out of the total it is compared with", () => {
    // Everybody is alike in everything else: with itself in the total the item would correlate with itself.
    const answers = sample((learner) => learner % 2).map((answer) =>
      answer.questionId === "item" ? answer : { ...answer, points: 1 },
    );
    expect(item(answers).discrimination).toBeNull();
  });

  it("equals Pearson's r worked out by hand", () => {
    const rests = [0.2, 0.4, 0.6, 0.8];
    const answers = rests.flatMap((rest, learner) => [
      ...Array.from({ length: 5 }, (_, q) => ({
        learnerId: `${learner}`,
        questionId: `f${q}`,
        points: Number(q < Math.round(rest * 5)),
        optionIds: [],
      })),
      { learnerId: `${learner}`, questionId: "item", points: [0, 1, 0, 1][learner] ?? 0, optionIds: [] },
    ]);
    // Sums of products 0.2, of squares 0.2 and 1.
    expect(item(answers).discrimination).toBeCloseTo(0.2 / Math.sqrt(0.2 * 1), 9);
  });

  it("says nothing of discrimination where learners answered little else", () => {
    const few = sample((learner) => learner % 2).filter(({ questionId }) => /item|-[0-3]$/.test(questionId));
    expect(item(few)).toMatchObject({ discrimination: null, pairs: 0, answers: 40 });
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

describe("flags", () => {
  const flagsOf = (answers: readonly ItemAnswer[], options = ["key", "wrong"]) =>
    itemFlags(item(answers), ["key"], options);

  it("judge nothing below thirty answers", () => {
    expect(itemFlags(null, ["key"], ["key"])).toEqual(["few-answers"]);
    expect(flagsOf(sample(() => 0, 29))).toEqual(["few-answers"]);
  });

  it("name what is wrong, and nothing where nothing is", () => {
    expect(flagsOf(sample((learner) => Number(learner >= 15)))).toEqual([]);
    expect(flagsOf(sample((learner) => Number(learner < 25)))).toEqual(["negative"]);
    expect(flagsOf(sample((learner) => learner % 2))).toEqual(["weak"]);
    expect(flagsOf(sample(() => 0))).toEqual(["hard", "distractor-leads"]);
    expect(flagsOf(sample(() => 1))).toEqual(["easy", "unused-distractor"]);
    expect(
      flagsOf(
        sample((learner) => Number(learner >= 15)),
        ["key", "wrong", "other"],
      ),
    ).toEqual(["unused-distractor"]);
  });
});
