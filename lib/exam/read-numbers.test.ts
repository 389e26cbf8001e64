import { describe, expect, it } from "vitest";
import { numberPattern } from "./number-pattern.ts";
import { isAmbiguous, readNumbers } from "./read-numbers.ts";

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

describe("a number with one separator before three digits", () => {
  it.each([
    ["1.200", [1.2, 1200]],
    ["1,200", [1.2, 1200]],
    ["1,5", [1.5]],
    ["1.5", [1.5]],
    ["0.125", [0.125]],
    ["0,125", [0.125]],
    ["2.7500", [2.75]],
    ["1.200.000", [1_200_000]],
    ["1.200,50", [1200.5]],
    ["1,200.50", [1200.5]],
  ])("%s may be %j", (text, numbers) => expect(readNumbers(text)).toEqual(numbers));

  it("is doubtful to a reader whose language has the other sign for decimals, and to nobody else", () => {
    const typed = ["1.200", "-12.000", "1 200", "1,200", "0.125", "1.2", "1.2000", "1.200,5"];
    expect(typed.filter((text) => isAmbiguous(text, ","))).toEqual(["1.200", "-12.000"]);
    expect(typed.filter((text) => isAmbiguous(text, "."))).toEqual([]);
  });
});
