import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findLetters } from "./find-letters.ts";
import { noContext } from "./taken-letters.ts";

/** Words of no language, so that no list can hold them. */
const word = fc
  .array(fc.constantFrom("zo", "bri", "klu", "wem", "vax", "jup", "gno", "xil"), { minLength: 2, maxLength: 4 })
  .map((parts) => parts.join(""));
const words = fc.array(word, { minLength: 1, maxLength: 5 }).map((all) => all.join(" "));
const sign = fc.constantFrom("", ".", ",", ";", " and", " to", " of", " with", " in", " then");
const context = { ...noContext, count: 5 };

describe("a letter in words that no rule knows", () => {
  it("is never taken for anything: not for an option, and not for something else", () => {
    fc.assert(
      fc.property(words, fc.constantFrom("A", "B", "C", "D", "E"), words, sign, (before, letter, after, end) => {
        const found = findLetters(`${before} ${letter} ${after}${end} ${after}`, context);
        expect(found.map(({ by }) => by)).toEqual(["unclear"]);
        expect(found[0]?.letters.map((each) => each.letter)).toEqual([letter]);
      }),
      { numRuns: 500, seed: 17 },
    );
  });

  it("stays unclear at the beginning of a sentence, where only A may be an article", () => {
    fc.assert(
      fc.property(fc.constantFrom("B", "C", "D", "E"), words, (letter, after) => {
        expect(findLetters(`${letter} ${after}.`, context).map(({ by }) => by)).toEqual(["unclear"]);
      }),
      { numRuns: 200, seed: 17 },
    );
  });
});
