import { expect, it } from "vitest";
import { noteLetters } from "./note-letters.ts";
import type { PublicQuestion } from "./question.ts";
import { optionOrder } from "./selection.ts";

const option = (id: string) => ({ id, html: `<p>The <em>${id}</em></p>`, text: id });
const question: PublicQuestion = {
  kind: "single",
  stemHtml: "Which?",
  stemText: "Which?",
  scenario: null,
  options: ["w", "x", "y", "z"].map(option),
  shuffle: true,
  pinned: [],
};
const order = optionOrder(question, "seed");
const meant = (letter: string) => ({ letter, text: `The ${order[letter.charCodeAt(0) - 65]}` });

it("says which options the letters of a note named where it was written", () => {
  expect(noteLetters("D, not b: see chapter 3", question, "seed")).toEqual([meant("B"), meant("D")]);
  expect(noteLetters("I don't know about vitamins; E is none", question, "seed")).toEqual([]);
});

it("says nothing to a reader who has the same letters", () => {
  expect(noteLetters("Not D", question, "seed", order)).toEqual([]);
  expect(noteLetters("Not D", question, "seed", [...order].reverse())).toEqual([meant("D")]);
});

it("says nothing of a question without options", () => {
  const { options: _, shuffle: __, pinned: ___, kind: ____, ...stem } = question;
  expect(noteLetters("Not D", { ...stem, kind: "text" }, "seed")).toEqual([]);
});
