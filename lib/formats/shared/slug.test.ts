import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { slugify, uniqueName } from "./slug.ts";

describe("a name made of text", () => {
  it.each([
    ["What is C++?", "what-is-c-plus-plus"],
    ["Größe & Maß", "grosse-and-mass"],
    ["Łódź café", "lodz-cafe"],
    ["It's `git pull`", "its-git-pull"],
    ["日本語", "question"],
    ["CON", "question-con"],
  ])("%s", (text, slug) => {
    expect(slugify(text)).toBe(slug);
  });

  it("is at most 60 characters, cut between words", () => {
    expect(slugify("word ".repeat(40))).toBe(Array(12).fill("word").join("-"));
  });

  it("is always lower-case words joined by hyphens", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 80 }), (text) => {
        expect(slugify(text)).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
      }),
    );
  });

  it("is numbered when it is taken", () => {
    const taken = new Set(["a"]);
    expect([uniqueName("a", taken), uniqueName("a", taken), uniqueName("b", taken)]).toEqual(["a-2", "a-3", "b"]);
  });
});
