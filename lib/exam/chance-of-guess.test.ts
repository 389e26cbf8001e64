import { describe, expect, it } from "vitest";
import { chanceOfGuess } from "./chance-of-guess.ts";
import type { PublicQuestion } from "./question.ts";

const stem = { stemHtml: "", stemText: "", scenario: null };
const listed = (count: number) => Array.from({ length: count }, (_, i) => ({ id: `o${i}`, html: "", text: "" }));
const choosable = (count: number) => ({ ...stem, options: listed(count), shuffle: true, pinned: [] });

describe("the chance of a guess", () => {
  it.each<[string, PublicQuestion, number]>([
    ["one of four options", { kind: "single", ...choosable(4) }, 1 / 4],
    ["two of five, ten pairs", { kind: "multiple", select: 2, ...choosable(5) }, 1 / 10],
    ["one or two of four, 4 + 6 choices", { kind: "multiple", select: 2, upTo: true, ...choosable(4) }, 1 / 10],
    ["four in order, 24 orders", { kind: "ordering", ...stem, options: listed(4) }, 1 / 24],
    [
      "two prompts with three options each, 9 pairings",
      { kind: "matching", ...stem, prompts: listed(2), options: listed(3), columns: ["", ""] },
      1 / 9,
    ],
    ["a number", { kind: "numeric", ...stem, unit: null }, 0],
    ["a word", { kind: "text", ...stem }, 0],
  ])("is what counting gives: %s", (_, question, chance) => expect(chanceOfGuess(question)).toBeCloseTo(chance, 12));
});
