import { expect } from "vitest";
import { parseQuestion } from "#lib/content/parse-question";
import type { ParsedQuestion } from "#lib/content/parsed-question";

const exam = { slug: "x", domains: ["d"], cases: new Map([["shop", { title: "Shop", html: "<p>A shop.</p>" }]]) };

/** Parses the text of one question of an exam with the domain `d` and the case `shop`. */
export function parse(text: string, file = "x/q.md") {
  return parseQuestion({
    file,
    text,
    exam,
    imageUrl: (path) => (path.endsWith("there.png") ? `/media/${path}` : null),
  });
}

/** The same, which must have no error. */
export function question(text: string): ParsedQuestion {
  const { question: parsed, problems } = parse(text);
  expect(problems.filter((problem) => problem.severity === "error")).toEqual([]);
  if (!parsed) throw new Error("not parsed");
  return parsed;
}

export const explained = "\n\n## Explanation\n\nBecause.\n";
/** A file with these lines of front matter and this body. */
export const file = (front: string, body: string) => `---\ndomain: d\n${front}---\n${body}`;
