import { describe, expect, it } from "vitest";
import { discloseSecret } from "./disclosure.ts";
import { languageMarks } from "./language-marks.ts";
import { presentQuestion, presentSecret } from "./presentation.ts";
import type { PublicQuestion, Secret } from "./question.ts";

const question: PublicQuestion = {
  kind: "single",
  stemHtml: "<p>Was?</p>",
  stemText: "Was?",
  scenario: { title: "Fall", html: "<p>Ein Fall.</p>" },
  options: ["a", "b", "c"].map((id) => ({ id, html: id, text: id })),
  shuffle: false,
  pinned: [],
};
const secret: Secret = {
  key: { kind: "single", optionId: "a" },
  explanation: ["<p>Nicht ", { optionIds: ["b", "c"], join: "and" }, ".</p>"],
  optionNotes: { b: ["<p>Nein.</p>"] },
  references: [],
};

function shown(language: string | null) {
  const open = discloseSecret(secret, { answered: true, inRunningExam: false });
  if (open === null) throw new Error("not disclosed");
  const given = { answer: null, points: 0 };
  return {
    question: presentQuestion(question, "seed", language),
    secret: presentSecret(open, ["a", "b", "c"], given, language),
  };
}

describe("the HTML of a question of an exam that says its language", () => {
  it("is marked with it, stem, options, case, notes and explanation", () => {
    const german = shown("de");
    expect(german.question.stemHtml).toBe('<div lang="de" dir="ltr"><p>Was?</p></div>');
    expect(german.question.options[0]?.html).toBe('<span lang="de" dir="ltr">a</span>');
    expect(german.question.scenario?.html).toBe('<div lang="de" dir="ltr"><p>Ein Fall.</p></div>');
    expect(german.secret.notes.b).toBe('<div lang="de" dir="ltr"><p>Nein.</p></div>');
    expect(german.secret.explanationHtml).toBe('<div lang="de" dir="ltr"><p>Nicht B und C.</p></div>');
  });

  it("is as it was where the exam says none", () => {
    const plain = shown(null);
    expect(plain.question).toMatchObject({ stemHtml: "<p>Was?</p>", options: [{ html: "a" }, {}, {}] });
    expect(plain.secret.explanationHtml).toBe("<p>Nicht B and C.</p>");
  });
});

it.each([
  ["ar", "rtl"],
  ["he-IL", "rtl"],
  ["az-Arab", "rtl"],
  ["az", "ltr"],
  ["zh-Hant", "ltr"],
])("text in %s runs %s", (language, dir) => expect(languageMarks(language)).toEqual({ lang: language, dir }));
