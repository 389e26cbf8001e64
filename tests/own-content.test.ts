import { describe, expect, it } from "vitest";
import { checkContent } from "#lib/cli/load-bank";
import { readContent } from "#lib/cli/read-content";
import { drawByBlueprint } from "#lib/exam/draw";
import { questionKinds } from "#lib/exam/question";

const checked = checkContent(readContent("content"));
const bank = checked.exams.find((each) => each.slug === "nca-genl");
const tour = checked.exams.find((each) => each.slug === "tour");
if (!bank?.exam || !tour?.exam) throw new Error("the exams that come with Mockdown are not there");
const { exam, questions } = bank;

describe("the questions that come with Mockdown", () => {
  it("have no problem, not even a warning", () => expect(checked.problems).toEqual([]));

  it("are at least 120 and follow the blueprint within two percent", () => {
    expect(questions.length).toBeGreaterThanOrEqual(120);
    for (const { id, weight } of exam.domains) {
      const share = (100 * questions.filter((question) => question.domain === id).length) / questions.length;
      expect(Math.abs(share - weight), id).toBeLessThanOrEqual(2);
    }
  });

  it("are about 30 % easy, 50 % medium and 20 % hard", () => {
    const share = (difficulty: string) =>
      questions.filter((question) => question.difficulty === difficulty).length / questions.length;

    expect(Math.abs(share("easy") - 0.3)).toBeLessThan(0.08);
    expect(Math.abs(share("medium") - 0.5)).toBeLessThan(0.08);
    expect(Math.abs(share("hard") - 0.2)).toBeLessThan(0.08);
  });

  it.each([
    [["multiple"], 15],
    [["ordering", "matching"], 6],
    [["numeric"], 4],
  ])("hold of the kinds %j at least %d", (kinds, least) => {
    expect(questions.filter((question) => kinds.includes(question.question.public.kind)).length).toBeGreaterThanOrEqual(
      least,
    );
  });

  it("hold at least eight with code or a table, and two cases of three questions each", () => {
    expect(
      questions.filter((question) => /<pre|<table/.test(question.question.public.stemHtml)).length,
    ).toBeGreaterThanOrEqual(8);
    const names = questions.map((question) => question.caseName).filter((name) => name !== null);
    const sizes = [...new Set(names)].map((name) => names.filter((other) => other === name).length);
    expect(sizes).toEqual([3, 3]);
  });

  it("give two mock exams with different seeds that share less than half of their questions, on average and mostly", () => {
    const candidates = questions.map((question) => ({ questionId: question.id, domain: question.domain }));
    const draw = (seed: string) =>
      new Set(drawByBlueprint(candidates, exam.domains, exam.questions, seed).map((each) => each.questionId));
    const shared = Array.from({ length: 200 }, (_, i) => {
      const [a, b] = [draw(`one ${i}`), draw(`two ${i}`)];
      return [...a].filter((id) => b.has(id)).length / exam.questions;
    });
    expect(shared.filter((share) => share < 0.5).length / shared.length).toBeGreaterThan(0.95);
  });

  it("give a second mock exam of fifty at least 48 that the first did not ask, the blueprint exact and cases whole", () => {
    const candidates = questions.map(({ id, domain, caseName }) => ({
      questionId: id,
      domain,
      caseId: caseName ?? undefined,
    }));
    for (let seed = 0; seed < 200; seed++) {
      const first = drawByBlueprint(candidates, exam.domains, exam.questions, `first ${seed}`);
      const asked = new Set(first.map(({ questionId }) => questionId));
      const rank = ({ questionId }: { questionId: string }) => Number(asked.has(questionId));
      const second = drawByBlueprint(candidates, exam.domains, exam.questions, `second ${seed}`, rank);
      expect(second.filter(({ questionId }) => !asked.has(questionId)).length).toBeGreaterThanOrEqual(48);
      for (const drawn of [first, second])
        expect(exam.domains.map(({ id }) => drawn.filter(({ domain }) => domain === id).length)).toEqual([
          15, 12, 11, 7, 5,
        ]);
    }
  });

  it("show every kind in the tour, and a case", () => {
    const kinds = new Set(tour.questions.map((question) => question.question.public.kind));
    expect([...kinds].sort()).toEqual([...questionKinds].sort());
    expect(tour.questions).toHaveLength(11);
    expect(tour.questions.some((question) => question.caseName !== null)).toBe(true);
  });
});
