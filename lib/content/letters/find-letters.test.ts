import { describe, expect, it } from "vitest";
import { findLetters } from "./find-letters.ts";

const certain = (text: string): readonly string[] =>
  findLetters(text)
    .filter(({ by }) => by === "braces" || by === "prose")
    .map(({ letters }) => letters.map(({ letter }) => letter).join(""));

describe("findLetters", () => {
  it.each([
    ["Option A is one.", ["A"]],
    ["See option B and choice C.", ["B", "C"]],
    ["Options A, C, and D fail.", ["ACD"]],
    ["Options A, C and D fail.", ["ACD"]],
    ["Options A & B, or options C/D.", ["AB", "CD"]],
    ["options (a) and (b)", ["AB"]],
    ["Options a) and b)", ["AB"]],
    ["Options A through C fail.", ["ABC"]],
    ["Options A-C fail.", ["ABC"]],
    ["A and C are incorrect.", ["AC"]],
    ["B is wrong, but C is correct.", ["B", "C"]],
    ["It is so; A, B and D are therefore not correct.", ["ABD"]],
    ["Both A and B", ["AB"]],
    ["Neither A nor D", ["AD"]],
    ["Either B or C", ["BC"]],
    ["The answer is C.", ["C"]],
    ["Correct answer: B", ["B"]],
    ["Correct answers are A, D.", ["AD"]],
    ["These are A. and D.", ["AD"]],
    ["{B}", ["B"]],
    ["{A}, {C} and {D} fail", ["ACD"]],
    ["{A, C} fail", ["AC"]],
    ["Option A's weakness", ["A"]],
    ["Options\nA and\nB", ["AB"]],
    ["(C) is correct", ["C"]],
    ["A) Because it is", ["A"]],
    ["B: too slow", ["B"]],
    ["C. Incorrect, it is slow", ["C"]],
    ["OPTION D", ["D"]],
    ["A and C", ["AC"]],
    ["B, C and D only.", ["BCD"]],
    ["Only A & B", ["AB"]],
  ])("finds the letters of %j", (text, letters) => {
    expect(certain(text)).toEqual(letters);
  });

  it.each([
    "Vitamin A and Plan B help.",
    "Plan B is wrong.",
    'The text says "Option A of the contract".',
    "The text says “options A and B”.",
    "An A/B test is run; both A/B tests failed.",
    "Option Alpha, options available, answer All.",
    "A model is correct.",
    "A model and B-trees are indexes.",
    "Use C++ or C#.",
    "The option a user takes.",
    "The option b-tree and options by name, choice a.",
    "Answer a question.",
    "I think I am right.",
    "Hepatitis B is wrong to ignore.",
    "S3 and A100 are right.",
    "{a} and {AB} and {1}",
    "Section A.1 and B.2",
    "grade A, type B",
    "Jane A. Smith is right.",
    "",
  ])("leaves %j alone", (text) => {
    expect(certain(text)).toEqual([]);
  });

  it.each(["A and C describe other things.", "So it is. A, B and C apply elsewhere.", "A. The model is slow."])(
    "is in doubt about %j",
    (text) => {
      expect(findLetters(text).map(({ by }) => by)).toEqual(["doubt"]);
    },
  );

  it.each([
    ["{A} is correct", "right"],
    ["{A} is incorrect", "wrong"],
    ["{A} and {B} are wrong", "wrong"],
    ["{A} is not correct", "wrong"],
    ["{A} isn't wrong", "right"],
    ["The correct answer is B", "right"],
    ["The incorrect options are A and B", "wrong"],
    ["A. Incorrect: no", "wrong"],
    ["{A} is right about speed", null],
    ["{A} is slow", null],
  ])("reads the verdict of %j", (text, verdict) => {
    expect(findLetters(text)[0]?.verdict).toBe(verdict);
  });

  it("joins by or where the author does, and keeps the order of what is told respectively", () => {
    expect(findLetters("{A} or {B}")[0]).toMatchObject({ join: "or", keepOrder: false });
    expect(findLetters("{B} and {A} are fast and slow, respectively")[0]).toMatchObject({
      join: "and",
      keepOrder: true,
    });
    expect(findLetters("neither {A} nor {B}")[0]).toMatchObject({ keepOrder: true });
  });
});
