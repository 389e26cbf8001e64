import { describe, expect, it } from "vitest";
import { letterAt, printLetters, renderRichText } from "./letters.ts";

const order = ["oak", "fir", "ash", "elm"];

describe("letters", () => {
  it("run from A to Z and on to AA", () => expect([0, 25, 26, 27].map(letterAt)).toEqual(["A", "Z", "AA", "AB"]));

  it("are printed sorted for the reader, whatever order the author wrote", () => {
    expect(printLetters(["elm", "oak", "fir"], order, "and")).toBe("A, B and D");
    expect(printLetters(["elm", "ash"], order, "or")).toBe("C or D");
    expect(printLetters(["ash"], order, "and")).toBe("C");
    expect(printLetters(["elm", "oak", "fir"], order, "commas")).toBe("A, B, D");
  });

  it("stand in the text where the author referred to an option", () => {
    expect(renderRichText(["<p>Not ", { optionIds: ["ash"], join: "and" }, ".</p>"], order)).toBe("<p>Not C.</p>");
  });
});
