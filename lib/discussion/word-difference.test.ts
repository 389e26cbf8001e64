import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { wordDifference } from "./word-difference.ts";

describe("wordDifference", () => {
  it("names what was taken out and put in", () => {
    expect(wordDifference("one two three", "one 2 three")).toEqual([
      { kind: "same", text: "one " },
      { kind: "removed", text: "two" },
      { kind: "added", text: "2" },
      { kind: "same", text: " three" },
    ]);
    expect(wordDifference("same", "same")).toEqual([{ kind: "same", text: "same" }]);
  });

  it("holds both texts entirely, whatever they are", () => {
    const text = fc.string({ unit: fc.constantFrom("a", "b", " ", "\n"), maxLength: 40 });
    fc.assert(
      fc.property(text, text, (before, after) => {
        const parts = wordDifference(before, after);
        const without = (kind: string) =>
          parts
            .filter((part) => part.kind !== kind)
            .map((part) => part.text)
            .join("");
        expect(without("added")).toBe(before);
        expect(without("removed")).toBe(after);
      }),
    );
  });

  it("finds a small change in a long text", () => {
    const long = "word ".repeat(50_000);
    expect(wordDifference(long, `${long}more`)).toEqual([
      { kind: "same", text: long },
      { kind: "added", text: "more" },
    ]);
  });

  it("shows long texts that share next to nothing one after the other", () => {
    const [before, after] = [0, 1].map((n) => Array.from({ length: 4_000 }, (_, i) => `${n}-${i}`).join(" "));
    expect(wordDifference(before ?? "", after ?? "")).toEqual([
      { kind: "removed", text: before },
      { kind: "added", text: after },
    ]);
  });
});
