import { describe, expect, it } from "vitest";
import { parseQuestion } from "../parse-question.ts";

const exam = { slug: "x", domains: ["d"], cases: new Map() };

const reported = (front: string) =>
  parseQuestion({
    file: "x/q.md",
    text: `---\ndomain: d\n${front}\n---\nWhich?\n\n## Explanation\n\nIt is.\n`,
    exam,
    imageUrl: () => null,
  }).problems.map(({ place, rule, fix }) => `${place.line}:${place.column} ${rule} ${fix}`);

describe("an answer without options", () => {
  it.each([
    ["answer: 5 ms", "3:9 bad-value write answer: 5 and unit: ms for a number, or set kind: text"],
    ["answer: 16GB", "3:9 bad-value write answer: 16 and unit: GB for a number, or set kind: text"],
    ["answer: 2.5 %", '3:9 bad-value write answer: 2.5 and unit: "%" for a number, or set kind: text'],
    ["answer: $5", '3:9 bad-value write answer: 5 and unit: "$" for a number, or set kind: text'],
    ["answer: 1_000", "3:9 bad-value write answer: 1000 for a number, or set kind: text"],
    ["answer: 10 000", "3:9 bad-value write answer: 10000 for a number, or set kind: text"],
    ["answer: −5", "3:9 bad-value write answer: -5 for a number, or set kind: text"],
    ["answer: 1,500", "3:9 bad-value write answer: 1500 (or 1.500) for a number, or set kind: text"],
  ])("that is a number to its author is no text: %s", (front, expected) => {
    expect(reported(front)).toEqual([expected]);
  });

  it.each([
    "answer: 5G",
    "answer: 3D",
    "answer: 2FA",
    "answer: 12:30",
    "answer: 2/3",
    "answer: 192.168.0.1",
    "answer: 7 layers",
    "answer: 5 ms\nkind: text",
    "answer: [5 ms, 5ms]",
    "answer: 10 20",
  ])("may begin with a number: %s", (front) => {
    expect(reported(front)).toEqual([]);
  });

  it("that looks like a list, and is one text, is asked about", () => {
    expect(reported("answer: DNS, Domain Name System")).toEqual([
      "3:9 listed-answer write [DNS, Domain Name System] if each is correct by itself, or put quotes around the whole if only that is",
    ]);
    expect(reported('answer: "Paris, Texas"')).toEqual([]);
    expect(reported("answer: [DNS, Domain Name System]")).toEqual([]);
  });
});
