import { describe, expect, it } from "vitest";
import { numberPattern } from "./number-pattern.ts";
import { readNumbers } from "./read-numbers.ts";

const pattern = new RegExp(`^(?:${numberPattern})$`, "v");

describe("the pattern of a number's field", () => {
  it.each([
    "0.75",
    "1200",
    "-3",
    "\u22123",
    "\u20143",
    ".5",
    "5.",
    "3e-1",
    "1E\u22126",
    "40 960",
    "40'960",
    "1.234,5",
    " 7 ",
  ])("takes %s, which is a number", (text) => {
    expect(readNumbers(text)).not.toEqual([]);
    expect(text).toMatch(pattern);
  });

  it.each(["", "-", "3e", "1."])("says nothing against %j, which becomes one as it is typed", (text) => {
    expect(text).toMatch(pattern);
  });

  it.each(["abc", "12 apples", "0.3 or so", "1/2", "50%"])("refuses %s, which is none", (text) => {
    expect(readNumbers(text)).toEqual([]);
    expect(text).not.toMatch(pattern);
  });
});
