import { createElement } from "react";
import { describe, expect, it } from "vitest";
import { AnswerInput } from "#components/question/answer-input";
import { blankMarks } from "#lib/exam/entries";
import type { ShownQuestion, ShownSecret } from "#lib/exam/presentation";
import type { Answer, AnswerKey } from "#lib/exam/question";
import { renderInEnglish } from "../../tests/support/in-english.ts";

const option = (id: string) => ({ id, letter: id.toUpperCase(), html: id, text: id });
const asked: ShownQuestion = {
  kind: "numeric",
  stemHtml: "",
  stemText: "",
  scenario: null,
  options: [],
  prompts: [],
  columns: null,
  select: null,
  unit: null,
};

function render(question: ShownQuestion, secret: ShownSecret | null): string {
  return renderInEnglish(createElement(AnswerInput, { question, marks: blankMarks, secret, stemId: "stem" }));
}

function secretOf(key: AnswerKey, answer: Answer | null, correct: boolean): ShownSecret {
  const rest = { shortKey: null, explanationHtml: "", notes: {}, references: [] };
  return { correct, points: Number(correct), key, answer, ...rest };
}

/** The words of the verdicts at the parts of an answer. */
function verdicts(question: Partial<ShownQuestion>, key: AnswerKey, answer: Answer | null, correct: boolean): string[] {
  const html = render({ ...asked, ...question, kind: key.kind }, secretOf(key, answer, correct));
  return [...html.matchAll(/<p [^>]*>(.*?)<\/p>/g)].map(([, inner = ""]) =>
    inner
      .replace(/<\/(span|b)>(?=<span)/g, " | ")
      .replace(/<[^>]*>/g, "")
      .replaceAll("&amp;", "&"),
  );
}

describe("the fields of an answer", () => {
  const options = [option("a"), option("b"), option("c")];
  const question: ShownQuestion = { ...asked, kind: "multiple", options, select: 2 };

  it("are a group that the question names, and that says how many to choose until the key is shown", () => {
    const open = render(question, null);
    expect(open).toMatch(/<fieldset aria-labelledby="stem" aria-describedby="stem-how"/);
    expect(open).toMatch(/<p id="stem-how"[^>]*>.*Choose 2\./);
    const key = { kind: "multiple", optionIds: ["a", "b"] } as const;
    const shown = render(question, secretOf(key, key, true));
    expect(shown).toMatch(/<fieldset disabled="" aria-labelledby="stem" class/);
    expect(shown).not.toMatch(/Choose|selected/);
  });

  it("read each option once: its letter and text are the label of its control, which has no other name", () => {
    const [, label = ""] = /<li [^>]*><label>(.*?)<\/label>/.exec(render(question, null)) ?? [];
    expect(label.replace(/<[^>]*>/g, "")).toBe("A. a");
    expect(label).not.toContain("aria-label");
  });

  it("leave a word as it is typed on a phone", () => {
    const field = /<input [^>]*name="value"[^>]*>/.exec(render({ ...asked, kind: "text" }, null))?.[0] ?? "";
    for (const off of [/autoCapitalize="off"/i, /autoCorrect="off"/i, /spellCheck="false"/i, /autoComplete="off"/i])
      expect(field).toMatch(off);
  });
});

describe("what is at an answer once its key is shown", () => {
  const number = { kind: "numeric", value: 0.87, tolerance: 0.005 } as const;

  it("is the number as it was typed, beside the one that is right", () => {
    expect(verdicts({}, number, { kind: "numeric", value: "0.868" }, true)).toEqual([
      "✓ Your answer: 0.868 | Correct answer: 0.87 (± 0.005)",
    ]);
    expect(verdicts({}, number, { kind: "numeric", value: "0.9" }, false)).toEqual([
      "✕ Your answer: 0.9 | Correct answer: 0.87 (± 0.005)",
    ]);
  });

  it("is the text as it was typed, beside all that are right", () => {
    const key = { kind: "text", accepted: ["BLEU", "bleu score"] } as const;
    expect(verdicts({}, key, { kind: "text", value: " bleu" }, true)).toEqual([
      "✓ Your answer:  bleu | Correct answer: BLEU",
    ]);
    expect(verdicts({}, { kind: "text", accepted: ["BLEU"] }, { kind: "text", value: "BLEU" }, true)).toEqual([
      "✓ Correct answer | Your answer: BLEU",
    ]);
  });

  it("says both words at a right pair and a right place too", () => {
    const prompts = [option("p"), option("q")];
    const options = [option("a"), option("b")];
    const pairs = { kind: "matching", pairs: { p: "a", q: "b" } } as const;
    expect(verdicts({ prompts, options }, pairs, { kind: "matching", pairs: { p: "a", q: "a" } }, false)).toEqual([
      "✓ Correct answer | Your answer: a",
      "✕ Your answer: a | Correct answer: b",
    ]);
    const order = { kind: "ordering", optionIds: ["a", "b"] } as const;
    expect(verdicts({ options }, order, { kind: "ordering", optionIds: ["a", ""] }, false)).toEqual([
      "✓ Correct answer | Your answer: position 1",
      "✕ Your answer: no position | Correct answer: position 2",
    ]);
  });

  it("says both words at each blank of a text", () => {
    const asked = { options: [option("a"), option("b"), option("c")] };
    const key = { kind: "cloze", pairs: { 1: "a", 2: "c" } } as const;
    const answer = { kind: "cloze", pairs: { 1: "a", 2: "b" } } as const;
    expect(verdicts(asked, key, answer, false)).toEqual([
      "✓ Correct answer | Your answer: a",
      "✕ Your answer: b | Correct answer: c",
    ]);
  });

  it("claims no answer where none was given", () => {
    expect(verdicts({}, number, null, false)).toEqual(["Correct answer: 0.87 (± 0.005)"]);
    expect(verdicts({}, number, { kind: "dont-know" }, false)).toEqual(["Correct answer: 0.87 (± 0.005)"]);
    const order = { kind: "ordering", optionIds: ["a", "b"] } as const;
    expect(verdicts({ options: [option("a"), option("b")] }, order, null, false)).toEqual([
      "Correct answer: position 1",
      "Correct answer: position 2",
    ]);
  });
});
