import { describe, expect, it } from "vitest";
import { processorTime } from "../../../tests/support/processor-time.ts";
import { inRun } from "../../../tests/support/run-length.ts";
import { parseQuestion } from "../parse-question.ts";
import { findLetters } from "./find-letters.ts";

/** The least of three runs in milliseconds, and at least a step of the clock or two. */
function timeOf(work: () => void): number {
  const times = [0, 1, 2].map(() => {
    const before = processorTime();
    work();
    return processorTime() - before;
  });
  return Math.max(20, ...[Math.min(...times)]);
}

const repeated = (shape: string, length: number) => shape.repeat(Math.ceil(length / shape.length));

describe("looking for letters", () => {
  it.each([
    "Option A, B, ",
    "A ",
    "(a) ",
    "A:\n",
    "A (size ",
    '"',
    "“",
    "‘ ",
    "hates B hates. ",
    "the first and ",
    "option at the ",
    "la ",
    "la última exige que, ",
    "if host A and B, C has, ",
    "A sells it to ",
    "team A while B, ",
    "with A = it and ",
  ])("takes about four times as long, and not sixteen times, for a text of four times the length: %j", (shape) => {
    const [short, long] = inRun([5_000, 20_000], [10_000, 40_000]).map((length) => `${repeated(shape, length)} A`);
    const time = timeOf(() => findLetters(short ?? ""));
    expect(timeOf(() => findLetters(long ?? ""))).toBeLessThan(9 * time);
  });

  it.each(["\\A ", "A:\n", `Option${" ".repeat(1_000)}`])("and so does the whole question: %j", (shape) => {
    const parse = (length: number) => {
      const body = `Which?\n\n- [x] One\n- [ ] Two\n\n## Explanation\n\n${repeated(shape, length)}\n`;
      const exam = { slug: "x", domains: ["d"], cases: new Map() };
      parseQuestion({ file: "x/q.md", text: `---\ndomain: d\n---\n${body}`, exam, imageUrl: () => null });
    };
    const length = inRun(5_000, 30_000);
    const time = timeOf(() => parse(length));
    expect(timeOf(() => parse(4 * length))).toBeLessThan(9 * time);
  });
});
