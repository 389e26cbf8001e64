import { describe, expect, it } from "vitest";
import { chanceOfGuess } from "../chance-of-guess.ts";
import { finalPoints, grade } from "../grading.ts";
import { presentQuestion } from "../presentation.ts";
import type { Answer, AnswerKey, PublicQuestion } from "../question.ts";
import { readAnswer } from "../read-answer.ts";
import { isAnswered } from "../selection.ts";
import { fits, notReady } from "../validation.ts";
import type { Marking } from "./kind.ts";

const options = ["a", "b", "c", "d", "e"].map((id) => ({ id, html: id, text: id }));
/** Three blanks: the first two have two options each, the third has all others and one of the first. */
const blanks = [
  { id: "1", optionIds: ["a", "b"] },
  { id: "2", optionIds: ["c", "d"] },
  { id: "3", optionIds: ["b", "c", "e"] },
];
const question: PublicQuestion = {
  kind: "cloze",
  stemHtml: "",
  stemText: "",
  scenario: null,
  cloze: { pieces: ["", "", "", ""], blanks },
  options,
};
const key: AnswerKey = { kind: "cloze", pairs: { 1: "a", 2: "c", 3: "e" } };
const filled = (pairs: Readonly<Record<string, string>>): Answer => ({ kind: "cloze", pairs });
const inPart: Marking = { rule: "proportional", version: 2 };
const whole: Marking = { rule: "all-or-nothing", version: 2 };

describe("a text with blanks", () => {
  it.each([
    [{ 1: "a", 2: "c", 3: "e" }, 1],
    [{ 1: "a", 2: "c" }, 2 / 3],
    [{ 1: "a", 2: "c", 3: "b" }, 2 / 3 - 1 / 6],
    [{ 1: "a", 2: "d", 3: "e" }, 2 / 3 - 1 / 3],
    [{ 3: "e" }, 1 / 3],
    [{ 1: "b", 2: "d", 3: "e" }, 0],
  ])("gives in part the share of right blanks less the wrong ones, %j: %d", (pairs, points) => {
    expect(finalPoints(question, key, filled(pairs), inPart)).toBeCloseTo(points, 12);
    expect(finalPoints(question, key, filled(pairs), whole)).toBe(Math.floor(points));
  });

  it("is worth nothing on average to somebody who guesses every blank, before the floor at 0", () => {
    const guesses = ["a", "b"].flatMap((one) =>
      ["c", "d"].flatMap((two) => ["b", "c", "e"].map((three) => ({ 1: one, 2: two, 3: three }))),
    );
    const worth = guesses.map((pairs) =>
      blanks.reduce((sum, { id, optionIds }) => {
        const isRight = pairs[Number(id) as 1] === key.pairs[id];
        return sum + (isRight ? 1 : -1 / (optionIds.length - 1)) / blanks.length;
      }, 0),
    );
    expect(worth.reduce((sum, each) => sum + each)).toBeCloseTo(0, 12);
    for (const [i, pairs] of guesses.entries())
      expect(finalPoints(question, key, filled(pairs), inPart)).toBeCloseTo(Math.max(0, worth[i] ?? 0), 12);
    expect(chanceOfGuess(question)).toBeCloseTo(1 / guesses.length, 12);
  });

  it("waits for every blank, and takes no option of another blank", () => {
    expect(notReady(question, filled({ 1: "a", 2: "c" }))).toBe("blanks-incomplete");
    expect(grade(question, key, filled({ 1: "a", 2: "c", 3: "e" }), whole)).toMatchObject({ correct: true });
    expect(fits(question, filled({ 1: "c" }))).toBe(false);
    expect(fits(question, filled({ 4: "a" }))).toBe(false);
    expect(fits(question, filled({ constructor: "a" }))).toBe(false);
  });

  it("is read from the fields that are filled in", () => {
    const form = new FormData();
    for (const [name, value] of Object.entries({ "pair:1": "a", "pair:2": "", note: "x" })) form.set(name, value);
    expect(readAnswer("cloze", form)).toEqual(filled({ 1: "a" }));
    expect(isAnswered(filled({ 1: "a" }))).toBe(true);
    expect(readAnswer("cloze", new FormData())).toBeNull();
  });

  it("offers the options of each blank in an order that the seed decides", () => {
    const orders = ["one", "two", "three", "four", "five"].map((seed) =>
      presentQuestion(question, seed)
        .options.map(({ id }) => id)
        .join(""),
    );
    expect(new Set(orders).size).toBeGreaterThan(1);
    for (const order of orders) expect([...order].sort().join("")).toBe("abcde");
  });
});
