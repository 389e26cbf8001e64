import { expect, it } from "vitest";
import type { DomainProgress } from "#lib/progress/read/exam-evidence";
import { english } from "../../tests/support/in-english.ts";
import { basisOf, reasonOf } from "./readiness-card.tsx";

const domain = (title: string, weight: number, counts: Partial<DomainProgress>): DomainProgress => ({
  id: title,
  title,
  weight,
  available: 50,
  closed: 0,
  unseen: 50,
  answers: 0,
  points: 0,
  earned: 0,
  blanks: 0,
  unknown: 0,
  ...counts,
});

it("says how many answers the estimate rests on, and which of them were none", () => {
  expect(basisOf(english, [domain("A", 100, { answers: 40 })])).toBe("Based on 40 questions that were new to you.");
  expect(
    basisOf(english, [domain("A", 60, { answers: 40, blanks: 12 }), domain("B", 40, { answers: 9, unknown: 5 })]),
  ).toBe("Based on 49 questions that were new to you, 12 left blank and 5 answered “I don’t know”.");
});

it("says what an estimate can no longer show once every question has been seen", () => {
  const seen = [domain("A", 60, { answers: 30, unseen: 0 }), domain("B", 40, { answers: 9, unseen: 0 })];
  expect(basisOf(english, seen)).toBe(
    "Based on 39 questions that were new to you. You’ve seen all of them now. Answering them again changes this estimate only a little, because you may remember the answer rather than the subject.",
  );
  const some = [...seen, domain("C", 0, { unseen: 5 })];
  expect(basisOf(english, some), "a domain that no exam asks").toContain("all of them");
  expect(basisOf(english, [domain("A", 100, { answers: 30, unseen: 0, closed: 2 })])).not.toContain("all of them");
});

it("names the part of the exam that nothing was answered in", () => {
  expect(basisOf(english, [domain("A", 86, { answers: 40 }), domain("Data", 14, {})])).toBe(
    "Based on 40 questions that were new to you. You haven’t answered questions from 1 of 2 domains, 14% of the exam: Data. Without answers there, the estimate relies on your other domains and is less certain. A few answers in each improve it.",
  );
});

it("names the domains that hold an estimate back, and how many answers each takes", () => {
  const readiness = { state: "too-few", missing: 4, answers: 60, obstacle: null } as const;
  const thin = [
    { id: "B", missing: 3 },
    { id: "C", missing: 1 },
  ];
  const domains = [domain("A", 60, {}), domain("B", 20, {}), domain("C", 20, {})];
  expect(reasonOf(english, { ...readiness, thin }, domains)).toBe(
    "Answer 4 more questions that are new to you, including 3 from B and 1 from C: an estimate takes 3 answers in each of these.",
  );
  expect(reasonOf(english, { ...readiness, thin: [] }, domains)).toBe("Answer 4 more questions that are new to you.");
});
