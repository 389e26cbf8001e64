import { createElement } from "react";
import { expect, it } from "vitest";
import type { ExamOverview } from "#lib/bank/read/exams";
import { renderInEnglish } from "../../tests/support/in-english.ts";
import { Blueprint } from "./blueprint.tsx";

const domains = [
  { id: "land", title: "Land", weight: 60 },
  { id: "sea", title: "Sea", weight: 40 },
];
const exam = {
  domains,
  available: { land: 10, sea: 5 },
  language: null,
  scoring: "all-or-nothing",
} as unknown as ExamOverview;

it("says of each domain its weight, and to a learner how many of its questions they have answered", () => {
  const rows = (standing: readonly { id: string; answers: number }[] | null) =>
    [...renderInEnglish(createElement(Blueprint, { exam, standing })).matchAll(/<tr class[^>]*>(.*?)<\/tr>/g)].map(
      ([, row = ""]) =>
        row
          .replace(/<[^>]*>/g, " ")
          .replace(/\s+/g, " ")
          .trim(),
    );
  expect(rows(null)).toEqual(["Land 60%", "Sea 40%"]);
  expect(rows([{ id: "sea", answers: 3 }])).toEqual(["Land 0 of 10 answered 60%", "Sea 3 of 5 answered 40%"]);
});
