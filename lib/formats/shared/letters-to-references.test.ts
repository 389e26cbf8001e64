import { describe, expect, it } from "vitest";
import { lettersToReferences } from "./letters-to-references.ts";

describe("letters in a foreign explanation", () => {
  it.each([
    ["Option B is right.", "Option {B} is right."],
    ["Options A, C, and D are wrong.", "Options {A}, {C}, and {D} are wrong."],
    ["options (a) and (b)", "options {A} and {B}"],
    ["Because option b is wrong", "Because option {B} is wrong"],
    ["A and C are incorrect.", "{A} and {C} are incorrect."],
    ["Both A and B hold.", "Both {A} and {B} hold."],
    ["The correct answer is C.", "The correct answer is {C}."],
    ["**Option B** is right.", "**Option {B}** is right."],
    ["From \\$5 up, option B is in \\$USD.", "From \\$5 up, option {B} is in \\$USD."],
    ["The \\` of option A is no \\` of option B.", "The \\` of option {A} is no \\` of option {B}."],
    ["A. Too slow\n\nB. Too dear", "{A}. Too slow\n\n{B}. Too dear"],
  ])("become references: %s", (text, expected) => {
    expect(lettersToReferences(text, 4).text).toBe(expected);
  });

  it.each([
    "Vitamin A helps.",
    "Plan B fails.",
    "`Option A` is code.",
    "So is `Option A\\`, whose sign in code is no escape.",
    "$Option A + x$ is maths.",
    "See [x](https://example.org/Option A).",
    "Which of the options is a good one?",
  ])("stay when they name no option: %s", (text) => {
    expect(lettersToReferences(text, 4).text).toBe(text);
  });

  it("become code with a note when there is no such option", () => {
    const result = lettersToReferences("Option F is wrong.", 4);
    expect(result.text).toBe("Option `F` is wrong.");
    expect(result.notes).toEqual([expect.stringContaining("names an option that does not exist")]);
  });

  it("become references with a note where it is not certain", () => {
    const result = lettersToReferences("A and C describe other things.", 4);
    expect(result.text).toBe("{A} and {C} describe other things.");
    expect(result.notes).toEqual([expect.stringContaining("was taken for the letters of options")]);
  });

  it("are asked for where options are counted", () => {
    expect(lettersToReferences("The first option is wrong.", 4).notes).toEqual([
      '"The first option" counts options, which are shuffled: name it by its letter in braces',
    ]);
  });

  it("keep braces that name an option, and escape those that name none", () => {
    expect(lettersToReferences("{A} and {Z}", 2).text).toBe("{A} and \\{Z}");
  });
});
