import { describe, expect, it } from "vitest";
import { parseExam } from "../parse-exam.ts";
import { examFrontMatter, questionFrontMatter } from "./front-matter.ts";
import { parseFrontMatter } from "./parse-front-matter.ts";

const reported = (yaml: string, schema = questionFrontMatter as typeof questionFrontMatter | typeof examFrontMatter) =>
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
  ])("is reported once, at its place and with its repair: %s", (yaml, expected) => {
    expect(reported(yaml)).toEqual([expect.stringMatching(expected)]);
  });

  it("of a percentage says which number to write", () => {
    const all = reported("passing: 70%", examFrontMatter);
    expect(all.filter((each) => each.includes("passing"))).toEqual([expect.stringMatching(/^3:10 .*; write 70/)]);
  });
});

describe("the blueprint of exam.md", () => {
  const exam = (domains: string, sections: string, minutes = 10) =>
    parseExam({
      file: "x/exam.md",
      text: `---\ntitle: X\nquestions: 1\nminutes: ${minutes}\npassing: 50\ndomains:\n${domains}\n${sections}\n---\nText.\n`,
      imageUrl: () => null,
    }).problems.map(({ place, rule, message }) => `${place.line}:${place.column} ${rule} ${message}`);
  const domains = "  - { id: a, title: A, weight: 50 }\n  - { id: bees, title: B, weight: 50 }";

  it("is reported at the domain that is there twice", () => {
    expect(exam("  - { id: a, title: A, weight: 50 }\n  - { id: a, title: B, weight: 50 }", "code: X")).toEqual([
      "8:11 duplicate-domain the domain a appears twice",
    ]);
  });

  it("is reported at the name within a section, once", () => {
    expect(exam(domains, "sections:\n  - { title: S, domains: [a, bee], minutes: 10 }")).toEqual([
      "10:30 unknown-domain a section names the domain bee, which is not in domains",
    ]);
    const sections =
      "sections:\n  - { title: S, domains: [a], minutes: 5 }\n  - { title: T, domains: [a, bees], minutes: 5 }";
    expect(exam(domains, sections)).toEqual(["11:27 bad-value the domain a is in two sections"]);
  });

  it("is reported when the sections last longer or shorter than the exam", () => {
    expect(exam(domains, "sections:\n  - { title: S, domains: [a, bees], minutes: 20 }")).toEqual([
      "4:10 section-minutes minutes is 10, but the sections add up to 20",
    ]);
    expect(exam(domains, "sections:\n  - { title: S, domains: [a, bees], minutes: 20 }", 20)).toEqual([]);
  });
});
