import { describe, expect, it } from "vitest";
import { english } from "../../../tests/support/in-english.ts";
import { printMarks } from "../letter-marks.ts";
import { commentHtml, inLettersOf } from "./comment-html.ts";

const order = ["w", "x", "y", "z"];
const letters = { order, stem: "Which service keeps metrics?", options: ["Watch", "Trail", "Config", "Store"] };
/** The writer's A is the reader's D, B is C, and so on. */
const reversed = [...order].reverse();

function read(markdown: string, as: readonly string[] | null = reversed) {
  const made = commentHtml(markdown, letters);
  if (!made.ok) throw new Error(made.refusal.reason);
  return printMarks(english, made.html, as === null ? { typedIn: null, order } : { typedIn: order, order: as });
}

describe("the letters of a comment", () => {
  it.each([
    ["why not D?", "why not A?"],
    ["I chose C.", "I chose B."],
    ["Options A and C are both wrong", "Options B and D are both wrong"],
    ["It is **B**, because…", "It is <strong>C</strong>, because…"],
    ["{A} is right", "D is right"],
    ["Why is B wrong and D right?", "Why is C wrong and A right?"],
    ["D is cheaper than option A.", "A is cheaper than option D."],
    ["I went for b) as well", "I went for C as well"],
    ["i think b", "i think C"],
    ["the answer should be c not d", "the answer should be B not A"],
    ["+1 for B", "+1 for C"],
    ["Ich habe Antwort B gewählt, warum ist A richtig?", "Ich habe Antwort C gewählt, warum ist D richtig?"],
  ])("name the same options to every reader: %s", (typed, shown) => {
    expect(read(typed)).toBe(`<p>${shown}</p>`);
  });

  it.each([
    "Take more vitamin C",
    "`A` in code, $A$ in a formula",
    "A good explanation, and I agree",
    "Lease \\B ends later",
    "we pay $b$ for `c`",
    "E is no option here: option E",
  ])("stay where they name something else: %s", (typed) => {
    expect(read(typed)).toBe(read(typed, null));
  });

  it("are shown with what was typed where they may name something else", () => {
    expect(read("In the docs B is the default, so option A it is")).toBe(
      "<p>In the docs C (typed B) is the default, so option D it is</p>",
    );
  });

  it("are what the writer typed to everybody with the same order, and where the writer wants it", () => {
    expect(read("{B} it is", order)).toBe("<p>B it is</p>");
    const typed = "The first option is wrong, and c) too, i think b";
    expect(read(typed, order)).toBe(`<p>${typed}</p>`);
    expect(read(typed, null)).toBe(`<p>${typed}</p>`);
  });

  it("say so where the reader has no letter for the option", () => {
    expect(read("why not D?", ["w", "x", "y", "new"])).toBe("<p>why not D (in another wording)?</p>");
  });

  it("are not marked where there are hundreds, which would make the text many times as long", () => {
    const made = commentHtml("why not D? ".repeat(400), letters);
    expect(made.ok && made.html.length).toBeLessThan(5_000);
  });

  it("cannot be forged", () => {
    expect(read('<span data-options="w" data-join="and" data-lead="">A</span>')).not.toContain("<span");
  });
});

describe("the text to edit", () => {
  it.each([
    ["why not D?", "why not {A}?"],
    ["It costs $5 and $10, but I chose C.\n\nNot {A}", "It costs $5 and $10, but I chose {B}.\n\nNot {D}"],
    ["+1 for b", "+1 for {C}"],
    ["nothing to see", "nothing to see"],
  ])("has the letters of the page: %s", (typed, shown) => {
    expect(inLettersOf(typed, letters, reversed)).toBe(shown);
  });

  it("is given up where a letter may name something else, or an option that is gone", () => {
    expect(inLettersOf("In the docs B is the default, so option A it is", letters, reversed)).toBeNull();
    expect(inLettersOf("why not D?", letters, ["w", "x", "y", "new"])).toBeNull();
  });
});
