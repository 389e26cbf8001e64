import { describe, expect, it } from "vitest";
import { type BlindAnswer, keyEvidence, keyLikelihoods } from "./disputed-key.ts";

const options = ["a", "b", "c"];

describe("the likelihood of an option as the key", () => {
  it("is the sum over slopes and difficulties, worked out in another way for two answers", () => {
    const answers = [
      { ability: 1, optionId: "a" },
      { ability: -1, optionId: "b" },
    ];
    const found = keyLikelihoods(answers, options);
    // Γ(2) = 1. For a: 1!·0!/Γ(3) = 1/2; for b the same; for c: 1!·1!/Γ(4) = 1/6.
    expect(Math.exp(found.get("a") as number)).toBeCloseTo(sumOf((p) => p(1) * (1 - p(-1))) / 2, 9);
    expect(Math.exp(found.get("b") as number)).toBeCloseTo(sumOf((p) => (1 - p(1)) * p(-1)) / 2, 9);
    expect(Math.exp(found.get("c") as number)).toBeCloseTo(sumOf((p) => (1 - p(1)) * (1 - p(-1))) / 6, 9);
  });

  it("is the prior's mass alone without an answer, the same for each", () => {
    const found = [...keyLikelihoods([], options).values()].map(Math.exp);
    for (const likelihood of found)
      expect(likelihood).toBeCloseTo(
        sumOf(() => 1),
        9,
      );
  });

  it("does not run out of numbers with thousands of answers", () => {
    const many = Array.from({ length: 5_000 }, (_, i) => ({ ability: i / 5_000, optionId: options[i % 3] as string }));
    for (const log of keyLikelihoods(many, options).values()) expect(Number.isFinite(log)).toBe(true);
  });
});

/** Σ over the slopes and difficulties of the issue with three options, each of them written out. */
function sumOf(likelihood: (chance: (ability: number) => number) => number): number {
  let total = 0;
  for (const slope of [0.3, 0.8, 1.4])
    for (let k = -10; k <= 10; k++) {
      const b = 0.35 * k;
      total += Math.exp((-b * b) / 3.38) * likelihood((z) => 1 / 3 + 2 / 3 / (1 + Math.exp(slope * (b - z))));
    }
  return total;
}

/** `learners` answer twelve other questions, the first half of them right and the rest wrong, and "q" as given. */
function panel(learners: number, optionOf: (isAble: boolean) => string): BlindAnswer[] {
  return Array.from({ length: learners }, (_, learner) => {
    const isAble = learner % 2 === 0;
    const optionId = optionOf(isAble);
    const of = (questionId: string, points: number, own: string | null) => ({
      learnerId: `l${learner}`,
      questionId,
      points,
      optionId: own,
      at: new Date(learner * 1000),
    });
    const others = Array.from({ length: 12 }, (_, q) => of(`o${q}`, Number(isAble !== (q + learner) % 7 < 2), null));
    return [...others, of("q", Number(optionId === "a"), optionId)];
  }).flat();
}
const evidence = (answers: readonly BlindAnswer[]) =>
  keyEvidence([{ questionId: "q", optionIds: options, key: "a" }], answers).get("q");

describe("the evidence against a key", () => {
  const againstIt = panel(60, (isAble) => (isAble ? "b" : "a"));
  const forIt = panel(60, (isAble) => (isAble ? "a" : "b"));

  it("is there where those who know choose another option", () => {
    expect(evidence(againstIt)).toMatchObject({ rival: "b", answers: 60, isDisputed: true });
    expect(evidence(forIt)).toMatchObject({ isDisputed: false });
  });

  it("is not looked for below thirty answers", () => expect(evidence(panel(29, () => "b"))).toBeUndefined());

  it("is looked at when the answers have doubled and not in between, so that looking each day is no further chance", () => {
    const chooses = (isAble: boolean) => (isAble ? "b" : "a");
    expect([30, 59, 60, 119, 120].map((learners) => evidence(panel(learners, chooses))?.answers)).toEqual([
      30, 30, 60, 60, 120,
    ]);
  });

  it("asks for more at the first look, where chance is largest", () => {
    const mixed = (able: number) =>
      panel(30, (isAble) => (isAble ? "b" : "a")).map((own, i) =>
        own.questionId === "q" && i / 13 >= able ? { ...own, optionId: "a", points: 1 } : own,
      );
    const found = Array.from({ length: 19 }, (_, i) => evidence(mixed(12 + i))).filter((own) => own !== undefined);
    const between = found.filter(({ strength }) => strength >= 1 && strength < 3);
    expect(between.length).toBeGreaterThan(0);
    expect(between.some(({ isDisputed }) => isDisputed)).toBe(false);
    expect(found.at(-1)).toMatchObject({ answers: 30, isDisputed: true });
  });

  it("does not change by accounts that were made for one question", () => {
    const brigade = Array.from({ length: 500 }, (_, i): BlindAnswer[] =>
      ["o0", "o1", "q"].map((questionId) => ({
        learnerId: `new${i}`,
        questionId,
        points: Number(questionId !== "q"),
        optionId: questionId === "q" ? "b" : null,
        at: new Date(0),
      })),
    ).flat();
    expect(evidence([...brigade, ...forIt])).toEqual(evidence(forIt));
    expect(evidence([...brigade, ...againstIt])).toEqual(evidence(againstIt));
  });
});
