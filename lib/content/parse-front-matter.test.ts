import { describe, expect, it } from "vitest";
import { examFrontMatter, questionFrontMatter } from "./front-matter.ts";
import { parseFrontMatter } from "./parse-front-matter.ts";

const told = (yaml: string, schema = questionFrontMatter as typeof questionFrontMatter | typeof examFrontMatter) =>
  parseFrontMatter("q.md", `domain: d\n${yaml}`, 2, schema).problems.map(
    ({ rule, place, message, fix }) => `${place.line}:${place.column} ${rule} ${message} = ${fix}`,
  );

describe("a slip in the front matter", () => {
  it.each([
    ["tags: transformers, attention", /^3:7 bad-value .*such as \[transformers, attention\]/],
    ["tags:", /^3:6 bad-value .*a list is expected/],
    ["answer: *", /^3:9 bad-yaml/],
    ["tags: [&a, R&D]", /^3:8 yaml-alias/],
    ["origin: &from original", /^3:9 yaml-alias/],
    ['origin: "original\nchecked: 2026-11-22', /^3:9 bad-yaml .*Missing closing "/],
    ['select: "2"', /^3:9 bad-value .*; write 2/],
    ["tolerance: 0,1", /^3:12 bad-value .*; write 0\.1/],
    ["tolerance: 10%", /^3:12 bad-value .*= .*in the same unit/],
    ['shuffle: "false"', /^3:10 bad-value .*; write it without quotes/],
    ["shuffle: no", /^3:10 bad-value .*; write false/],
    ["answer: [DNS, 53]", /^3:15 bad-value answer\.1 .*; put it in quotes: "53"/],
    ["answer: true", /^3:9 bad-value .*; put it in quotes: "true"/],
    ["answer: null", /^3:9 bad-value .*; put it in quotes: "null"/],
    ["answer: #channel", /^3:9 bad-value .*; put it in quotes if # is part of it/],
    ["case: ferry.md", /^3:7 bad-value .* = Name, without \.md,/],
  ])("is told once, at its place and with its repair: %s", (yaml, expected) => {
    expect(told(yaml)).toEqual([expect.stringMatching(expected)]);
  });

  it("of a percentage says which number to write", () => {
    const all = told("passing: 70%", examFrontMatter);
    expect(all.filter((each) => each.includes("passing"))).toEqual([expect.stringMatching(/^3:10 .*; write 70/)]);
  });
});
