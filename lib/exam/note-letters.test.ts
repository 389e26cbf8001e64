import { expect, it } from "vitest";
import { noteLetters, orderOfFile } from "./note-letters.ts";
import type { PublicQuestion } from "./question.ts";

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
const order = ["y", "w", "z", "x"];
const meant = (letter: string) => ({ letter, text: `The ${order[letter.charCodeAt(0) - 65]}` });

it("says which options the letters of a note named where it was written", () => {
  expect(noteLetters("D, not b: see chapter 3", question, order, null)).toEqual([meant("B"), meant("D")]);
  expect(noteLetters("I don't know about vitamins; E is none", question, order, null)).toEqual([]);
});

it("says nothing to a reader who has the same letters", () => {
  expect(noteLetters("Not D", question, order, order)).toEqual([]);
  expect(noteLetters("Not D", question, order, [...order].reverse())).toEqual([meant("D")]);
});

it("takes the letters of an author for those of the file", () => {
  expect(noteLetters("B may be right, too", question, orderOfFile(question), order)).toEqual([
    { letter: "B", text: "The x" },
  ]);
});

it("says nothing of a question without options", () => {
  const { options: _, shuffle: __, pinned: ___, kind: ____, ...stem } = question;
  expect(noteLetters("Not D", { ...stem, kind: "text" }, [], null)).toEqual([]);
});
