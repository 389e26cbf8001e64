import { describe, expect, it } from "vitest";
import { lettersToReferences, takenIn } from "./letters-to-references.ts";

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
    ["A and C describe other things.", "{A} and {C} describe other things."],
    ["The first option is wrong.", "Option {A} is wrong."],
    ["The last two options are wrong.", "Options {C,D} are wrong."],
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

  it("stay with a note where it is not certain, and with them the others of the sentence", () => {
    const result = lettersToReferences("Nobody wanted D, but C is correct.", 4);
    expect(result.text).toBe("Nobody wanted D, but C is correct.");
    expect(result.notes).toContainEqual(expect.stringContaining("may name an option"));
  });

  it("stay where they are those of statements in the stem", () => {
    const taken = takenIn("Which are true?\n\nA. It is.\n\nB. It was.\n\nC. It will.", ["A and C", "B and C"]);
    expect(lettersToReferences("A and C are true.", 4, taken)).toEqual({ text: "A and C are true.", notes: [] });
    expect(lettersToReferences("Option B is right.", 4, taken).text).toBe("Option {B} is right.");
  });

  it("keep braces that name an option, and escape those that name none", () => {
    expect(lettersToReferences("{A} and {Z}", 2).text).toBe("{A} and \\{Z}");
  });
});
