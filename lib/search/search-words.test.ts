import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { excerptOf, fold, markWords, matchesIn, searchWords } from "./search-words.ts";

const typed = (search: string) => searchWords(search).map((word) => word.typed);

describe("searchWords", () => {
  it("takes words, and nothing that a database would take for an operator", () => {
    expect(typed(`"layer" AND (norm* OR -x) \0 a"b`)).toEqual(["layer", "and", "norm", "or", "x", "a", "b"]);
    expect(typed(`" ' * ( ) : ^ \0 🦉`)).toEqual([]);
  });

  it("takes a plural for its singular, and no other word's end", () => {
    expect(typed("transformers loss bias corpus gas")).toEqual(["transformer", "loss", "bias", "corpus", "gas"]);
  });

  it("ends after ten words, and cuts what is longer than any word", () => {
    expect(typed(Array.from({ length: 50 }, (_, i) => `w${i}`).join(" "))).toHaveLength(10);
    expect(typed("x".repeat(10_000))).toEqual(["x".repeat(64)]);
  });

  it("looks for short words as they are", () => {
    expect(searchWords("ai models").map(({ isPrefix }) => isPrefix)).toEqual([false, true]);
  });
});

describe("matchesIn", () => {
  it("finds whole words and beginnings, whatever the case and the accents", () => {
    const [cafe, layer] = searchWords("cafe layer");
    expect([...matchesIn("Le CAFÉ; layered", [cafe, layer] as never)]).toEqual([
      [cafe, "whole"],
      [layer, "beginning"],
    ]);
    expect(matchesIn("player decaf", [layer] as never).size).toBe(0);
  });
});

describe("markWords", () => {
  it("gives back the whole text, with the words that were found apart", () => {
    const pieces = markWords("A layer, the Layered one.", searchWords("layer"));
    expect(pieces.map(({ text }) => text).join("")).toBe("A layer, the Layered one.");
    expect(pieces.filter(({ isFound }) => isFound).map(({ text }) => text)).toEqual(["layer", "Layered"]);
  });
});

describe("excerptOf", () => {
  const text = `${"before ".repeat(60)}needle ${"after ".repeat(60)}`;

  it("shows the part of a long text that contains a word", () => {
    const excerpt = excerptOf(text, searchWords("needle"), 120)
      ?.map((piece) => piece.text)
      .join("");
    expect(excerpt).toMatch(/^… before .*needle after .* …$/);
    expect(excerpt?.length).toBeLessThan(150);
  });

  it("is null without any of the words", () => expect(excerptOf(text, searchWords("hay"), 120)).toBeNull());
});

describe("matchesIn, as the definition has it", () => {
  const signs = fc.constantFrom("a", "b", "B", "é", "1", " ", "-", "𝕏", "𐍈", ".", "🙂");
  const texts = fc.array(signs, { maxLength: 14 }).map((all) => all.join(""));

  it("finds what taking every word of the text by itself finds", () => {
    fc.assert(
      fc.property(texts, texts, fc.boolean(), (text, search, isPrefix) => {
        const words = searchWords(search).map((each) => ({ ...each, isPrefix }));
        const own: readonly string[] = fold(text).match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
        for (const wanted of words) {
          const isWhole = own.includes(wanted.folded);
          const isBeginning = isPrefix && own.some((each) => each.startsWith(wanted.folded));
          expect(matchesIn(text, words).get(wanted)).toBe(isWhole ? "whole" : isBeginning ? "beginning" : undefined);
        }
      }),
    );
  });
});
