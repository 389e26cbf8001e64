import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Candidate, drawByBlueprint } from "./draw.ts";

describe("drawByBlueprint", () => {
  const candidates = Array.from({ length: 60 }, (_, i) => ({ questionId: `q${i}`, domain: i % 3 === 0 ? "a" : "b" }));
  const blueprint = [
    { id: "a", weight: 40 },
    { id: "b", weight: 60 },
  ];

  it("draws each domain's exact share, each question at most once", () => {
    const drawn = drawByBlueprint(candidates, blueprint, 20, "seed");
    expect(drawn.filter((item) => item.domain === "a")).toHaveLength(8);
    expect(new Set(drawn.map((item) => item.questionId)).size).toBe(20);
  });

  it("gives the same exam for the same seed, whatever order the candidates come in", () => {
    const ids = (list: typeof candidates) =>
      drawByBlueprint(list, blueprint, 20, "seed").map((item) => item.questionId);
    expect(ids([...candidates].reverse())).toEqual(ids(candidates));
  });

  it("gives different exams for different seeds", () => {
    const ids = (seed: string) => drawByBlueprint(candidates, blueprint, 20, seed).map((item) => item.questionId);
    expect(ids("one")).not.toEqual(ids("two"));
  });

  it("draws the lowest ranks first within each domain's share, by chance among equals", () => {
    const seen = new Set(candidates.slice(0, 40).map(({ questionId }) => questionId));
    const rank = ({ questionId }: Candidate) => Number(seen.has(questionId));
    // 20 of 60 are new: those of the last 20 of which every third is of domain a: 6 of a, 14 of b. The shares are 8 and 12.
    const drawn = drawByBlueprint(candidates, blueprint, 20, "seed", rank);
    expect(drawn.filter(({ domain }) => domain === "a")).toHaveLength(8);
    expect(drawn.filter((each) => rank(each) === 0)).toHaveLength(6 + 12);
    const other = drawByBlueprint(candidates, blueprint, 20, "another", rank);
    expect(new Set(other)).not.toEqual(new Set(drawn));
  });

  it("gives the same order for the same questions, whatever their ranks were", () => {
    const drawn = drawByBlueprint(candidates, blueprint, 20, "seed");
    const chosen = new Map(drawn.map(({ questionId }, i) => [questionId, -1 - (i % 7)]));
    const again = drawByBlueprint(candidates, blueprint, 20, "seed", ({ questionId }) => chosen.get(questionId) ?? 0);
    expect(again).toEqual(drawn);
  });

  it("draws cases whole and keeps their questions together, the shares exact", () => {
    const inCases = candidates.map((each, i): Candidate => (i < 24 ? { ...each, caseId: `q${i - (i % 4)}` } : each));
    for (let seed = 0; seed < 300; seed++) {
      const drawn = drawByBlueprint(inCases, blueprint, 20, `${seed}`);
      expect(drawn.filter(({ domain }) => domain === "a")).toHaveLength(8);
      expect(drawn).toHaveLength(20);
      for (const id of new Set(drawn.flatMap(({ caseId }) => caseId ?? []))) {
        const places = drawn.flatMap(({ caseId }, i) => (caseId === id ? [i] : []));
        expect(places.map((place) => place - (places[0] as number))).toEqual([0, 1, 2, 3]);
      }
    }
  });

  it("takes a case for seen when one of its questions was", () => {
    const inCases = candidates.map((each, i): Candidate => (i < 4 ? { ...each, caseId: "q0" } : each));
    const rank = ({ questionId }: Candidate) => Number(questionId === "q3");
    for (let seed = 0; seed < 50; seed++) {
      const drawn = drawByBlueprint(inCases, blueprint, 30, `${seed}`, rank);
      expect(drawn.some(({ caseId }) => caseId === "q0")).toBe(false);
    }
  });

  it("breaks no case where a share cannot be filled otherwise: another domain fills it, or the draw is shorter", () => {
    const domains = [
      { id: "a", weight: 50 },
      { id: "b", weight: 50 },
    ];
    const only = (domain: string, sizes: readonly number[]) =>
      sizes.flatMap((size, c) =>
        Array.from({ length: size }, (_, i) => ({ questionId: `${domain}${c}${i}`, domain, caseId: `${domain}${c}0` })),
      );
    expect(drawByBlueprint([...only("a", [3, 3]), ...only("b", [1, 1, 1, 1, 1, 1])], domains, 8, "seed")).toHaveLength(
      8,
    );
    expect(drawByBlueprint([...only("a", [3, 3]), ...only("b", [3, 3])], domains, 8, "seed")).toHaveLength(6);
  });

  it("draws as many as there should be, each once, cases whole, for any bank of single questions and cases", () => {
    const banks = fc.array(fc.record({ size: fc.integer({ min: 1, max: 4 }), domain: fc.constantFrom("a", "b") }), {
      maxLength: 30,
    });
    fc.assert(
      fc.property(banks, fc.nat(40), fc.string(), (units, count, seed) => {
        const bank = units.flatMap(({ size, domain }, u) =>
          Array.from({ length: size }, (_, i) => ({ questionId: `q${u}-${i}`, domain, caseId: `q${u}-0` })),
        );
        const drawn = drawByBlueprint(bank, blueprint, count, seed);
        expect(new Set(drawn).size).toBe(drawn.length);
        expect(drawn.length).toBeLessThanOrEqual(Math.min(count, bank.length));
        for (const { caseId } of drawn)
          expect(drawn.filter((each) => each.caseId === caseId)).toHaveLength(
            bank.filter((each) => each.caseId === caseId).length,
          );
        if (units.every(({ size }) => size === 1)) expect(drawn).toHaveLength(Math.min(count, bank.length));
      }),
    );
  });
});
