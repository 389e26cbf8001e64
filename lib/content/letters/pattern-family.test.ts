import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mayNameOptions } from "./find-letters.ts";
import { neededWords } from "./needed-words.ts";
import { placeFamilies } from "./option-places.ts";

const patterns = placeFamilies.flatMap((family) => family.patterns.map((pattern) => ({ family, pattern })));
const folder = "tests/fixtures/letters";
const sentences = readdirSync(folder).flatMap((file) => readFileSync(`${folder}/${file}`, "utf8").split("\n"));

/** What looks around becomes text, and what must not be there is left out. */
function withoutAssertions(source: string): string {
  const negative = /\(\?<?!/.exec(source);
  if (negative === null) return source.replace(/\(\?<?=/g, "(?:").replace(/\\b|(?<!\[)\^|(?<!\\)\$/g, "");
  return withoutAssertions(source.slice(0, negative.index) + source.slice(endOfGroup(source, negative.index)));
}

function endOfGroup(source: string, start: number): number {
  const parts = [...source.slice(start).matchAll(/\\.|\[(?:\\.|[^\]\\])*\]|[()]/g)];
  let depth = 0;
  for (const { index, 0: part } of parts) {
    depth += part === "(" ? 1 : part === ")" ? -1 : 0;
    if (depth === 0) return start + index + 1;
  }
  return source.length;
}

/** Texts made from the pattern itself, so that no word of it is left out. */
function textsOf(pattern: RegExp): readonly string[] {
  const made = fc.stringMatching(new RegExp(`^(?:${withoutAssertions(pattern.source)})$`, "u"));
  return fc.sample(made, { numRuns: 25, seed: 17 }).filter((text) => text.search(pattern) >= 0);
}

describe("a family of patterns", () => {
  it.each(patterns)("tries its pattern on every text that it matches: $pattern.source", ({ family, pattern }) => {
    const texts = [...textsOf(pattern), ...sentences.filter((text) => text.search(pattern) >= 0)];
    expect(texts.length).toBeGreaterThan(0);
    for (const text of texts) {
      const found = family.matches(text).map(([words]) => words);
      expect(found).toEqual(expect.arrayContaining([...text.matchAll(pattern)].map(([words]) => words)));
      expect(mayNameOptions(text, 4)).toBe(true);
    }
  });
});

describe("the words that a pattern needs", () => {
  it.each([
    [
      "(?:il|la)\\s+(?:oben|unten)",
      [
        ["(?<![a-z])oben", "(?<![a-z])unten"],
        ["il", "la"],
      ],
    ],
    ["celles?\\s+(?:ci-dessus)?", [["celle"]]],
    [
      "(?:options?|choices?)\\s+(?:last|first)",
      [
        ["option", "choice"],
        ["(?<![a-z])last", "(?<![a-z])first"],
      ],
    ],
    ["(?<!\\p{L})prim[aeio](?=\\s+è)", [["(?<![a-z])prim[aeio]"]]],
    ["as\\s+before(?!\\p{L})", [["as\\s+before(?![a-z])"]]],
    ["[1-9](?![\\p{L}%])", [["[1-9](?![a-z%])"]]],
    ["options?|x?", []],
  ])("are in each of the alternatives, and the rarest come first: %s", (source, words) => {
    expect(neededWords(source)).toEqual(words);
  });
});
