import { expect, it } from "vitest";
import type { PublicQuestion, Secret } from "#lib/exam/question";
import { keyEvidenceOf } from "./key-evidence-of.ts";
import type { GivenAnswer } from "./read/item-answers.ts";

const ids = Array.from({ length: 12 }, (_, q) => `q${q}`);
const option = (id: string) => ({ id, html: id, text: id });
const part = {
  kind: "single",
  options: ["a", "b", "c"].map(option),
  shuffle: true,
  pinned: [],
  stemHtml: "",
  stemText: "",
  scenario: null,
} satisfies PublicQuestion;
const secret: Secret = { key: { kind: "single", optionId: "a" }, explanation: [], optionNotes: {}, references: [] };
const asked = ids.map((questionId) => ({ questionId, revisionId: questionId }));
const wordings = {
  parts: new Map(ids.map((id): [string, PublicQuestion] => [id, part])),
  secrets: new Map(ids.map((id): [string, Secret] => [id, secret])),
};

/** Forty learners of whom every second knows; those know "b" to be right in q0. */
const answers = Array.from({ length: 40 }, (_, learner) =>
  ids.map((questionId, q): GivenAnswer => {
    const isKnown = learner % 2 === 0 && (q + learner) % 9 > 0;
    const chosen = q === 0 ? (isKnown ? "b" : "a") : isKnown ? "a" : "b";
    const points = Number(chosen === "a");
    return { learnerId: `${learner}`, questionId, points, optionIds: [chosen], at: new Date(learner), counts: true };
  }),
).flat();

it("finds the key that those who know do not choose", () => {
  const found = keyEvidenceOf(asked, wordings, answers);
  expect(found.get("q0")).toMatchObject({ answers: 30, rival: "b", isDisputed: true });
  expect([...found].filter(([, { isDisputed }]) => isDisputed)).toHaveLength(1);
});

it("does not hear what was not answered in a sitting", () => {
  const elsewhere = answers.map((answer) => ({ ...answer, counts: false }));
  expect(keyEvidenceOf(asked, wordings, elsewhere).size).toBe(0);
});

it("says nothing of kinds whose key is not one option", () => {
  const several: PublicQuestion = { ...part, kind: "multiple", select: 1 };
  const parts = new Map(wordings.parts).set("q0", several);
  expect(keyEvidenceOf(asked, { ...wordings, parts }, answers).has("q0")).toBe(false);
});
