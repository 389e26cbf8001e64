import { AppRouterContext } from "next/dist/shared/lib/app-router-context.shared-runtime";
import { type ContextType, createElement } from "react";
import { expect, it } from "vitest";
import type { DomainProgress } from "#lib/progress/read/exam-evidence";
import type { ExamProgress } from "#lib/progress/read/get-progress";
import type { ExamReviews } from "#lib/review/read/due-questions";
import { renderInEnglish } from "../../tests/support/in-english.ts";
import { ExamToday } from "./exam-today.tsx";

const now = new Date("2026-11-22T12:00:00Z");
const domain = (title: string, points: number): DomainProgress => ({
  id: title,
  title,
  weight: 50,
  available: 50,
  closed: 0,
  unseen: 40,
  answers: 10,
  points,
  earned: points,
  blanks: 0,
  unknown: 0,
});
const exam = {
  slug: "sample",
  title: "Sample exam",
  passing: 70,
  domains: [domain("Land", 9), domain("Sea", 3)],
  readiness: { state: "waiting", missing: 10, obstacle: null },
} as unknown as ExamProgress;
const reviews = { slug: "sample", due: 4, closed: 0, nextAt: null } as unknown as ExamReviews;

function show(daysLeft: number | null): string {
  const router = {} as NonNullable<ContextType<typeof AppRouterContext>>;
  const today = createElement(ExamToday, { exam, reviews, daysLeft, now });
  return renderInEnglish(createElement(AppRouterContext, { value: router }, today)).replace(/<[^>]*>/g, " ");
}

it("home says what is due, the weakest domain and, where there is a plan, the days to the exam", () => {
  expect(show(12)).toMatch(
    /12 days to the exam .*4 due for review .*Start review .*Weakest domain: Sea .*Practise it/s,
  );
  expect(show(null)).not.toContain("to the exam");
});
