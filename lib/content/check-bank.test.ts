import { describe, expect, it } from "vitest";
import { processorTime } from "../../tests/support/processor-time.ts";
import { inRun } from "../../tests/support/run-length.ts";
import { checkBank } from "./check-bank.ts";
import type { ParsedFile } from "./parse-question.ts";
import type { SourceFile } from "./read/source.ts";

const exam = `---
title: Exam
questions: 1
minutes: 60
passing: 70
domains: [{ id: d, title: Domain, weight: 100 }]
---
What it *covers*.
`;

const question = (stem: string): string => `---
domain: d
---
${stem}

- [x] One
- [ ] Two

## Explanation

So it is.
`;

function bank(files: Readonly<Record<string, string>>): readonly SourceFile[] {
  return Object.entries(files).map(([path, text]) => ({ path, bytes: new TextEncoder().encode(text) }));
}

describe("checkBank", () => {
  it("gives every exam with its questions", () => {
    const { exams, problems } = checkBank(
      bank({
        "x/exam.md": exam,
        "x/a.md": question("A?"),
        "x/deep/er/b.md": question("B?"),
        "y/exam.md": exam,
        "y/a.md": question("C?"),
      }),
    );
    expect(problems).toEqual([]);
    expect(exams.map(({ slug, questions }) => [slug, questions.map(({ id }) => id)])).toEqual([
      ["x", ["a", "b"]],
      ["y", ["a"]],
    ]);
    expect(exams[0]?.exam).toMatchObject({
      title: "Exam",
      scoring: "all-or-nothing",
      descriptionHtml: "<p>What it <em>covers</em>.</p>",
    });
  });

  it("does not depend on the order of the files", () => {
    const files = bank({ "x/exam.md": exam, "x/a.md": question("A?"), "x/b/a.md": question("B?"), "x/c.md": "no" });
    expect(checkBank([...files].reverse())).toEqual(checkBank(files));
  });

  it("goes on after every problem", () => {
    const { problems } = checkBank(
      bank({ "x/exam.md": "no", "x/a.md": "no", "x/b.md": question("B?").replace("[x]", "[ ]"), "x/c.md": "" }),
    );
    expect(problems.map(({ file, rule }) => [file, rule])).toEqual([
      ["x/a.md", "no-front-matter"],
      ["x/b.md", "no-key"],
      ["x/c.md", "no-front-matter"],
      ["x/exam.md", "no-front-matter"],
    ]);
  });

  it("accepts a byte order mark and Windows line ends, and gives the same question", () => {
    const text = question("What | is *it*?");
    const plain = checkBank(bank({ "x/exam.md": exam, "x/a.md": text }));
    const windows = checkBank(bank({ "x/exam.md": exam, "x/a.md": `\uFEFF${text.replaceAll("\n", "\r\n")}` }));
    expect(windows).toEqual(plain);
  });

  it("changes the revision of the questions on a case when the case changes", () => {
    const files = { "x/exam.md": exam, "x/a.md": question("A?").replace("domain: d", "domain: d\ncase: shop") };
    const hash = (scenario: string) =>
      checkBank(bank({ ...files, "x/cases/shop.md": `---\ntitle: Shop\n---\n${scenario}\n` })).exams[0]?.questions[0]
        ?.contentHash;
    expect(hash("Open.")).toMatch(/^[0-9a-f]{64}$/);
    expect(hash("Open.")).not.toBe(hash("Closed."));
  });

  it("parses an unchanged file once when it is remembered, and again when its exam has changed", () => {
    const memory = new Map<string, ParsedFile>();
    let parsed = 0;
    const remember = (file: SourceFile, context: string, parse: () => ParsedFile): ParsedFile => {
      const key = `${context}\n${file.path}\n${new TextDecoder().decode(file.bytes)}`;
      const known = memory.get(key);
      if (known) return known;
      parsed += 1;
      const result = parse();
      memory.set(key, result);
      return result;
    };
    const files = { "x/exam.md": exam, "x/a.md": question("A?"), "x/b.md": question("B?") };
    const first = checkBank(bank(files), { remember });
    expect(checkBank(bank(files), { remember })).toEqual(first);
    expect(parsed).toBe(2);
    checkBank(bank({ ...files, "x/exam.md": exam.replaceAll("id: d", "id: e") }), { remember });
    expect(parsed).toBe(4);
  });

  it("parses again a file whose image has come or gone", () => {
    const contexts: string[] = [];
    const remember = (_: SourceFile, context: string, parse: () => ParsedFile): ParsedFile => {
      contexts.push(context);
      return parse();
    };
    const files = { "x/exam.md": exam, "x/a.md": question("What is ![a plot](plot.png)?") };
    expect(checkBank(bank(files), { remember }).problems.map(({ rule }) => rule)).toEqual(["missing-image"]);
    expect(checkBank(bank({ ...files, "x/plot.png": "" }), { remember }).problems).toEqual([]);
    expect(contexts[0]).not.toBe(contexts[1]);
  });

  it("reports an image that could not be read once, with what to do, and not as one that is missing", () => {
    const unread = "this image has 9000000 bytes, more than 8 MiB";
    const image = { path: "x/plot.png", bytes: new Uint8Array(), unread, remedy: "scale it down" };
    const files = bank({ "x/exam.md": exam, "x/a.md": question("What is ![a plot](plot.png)?") });
    expect(checkBank([...files, image]).problems).toMatchObject([
      { file: "x/plot.png", rule: "not-read", severity: "error", message: unread, fix: "scale it down" },
    ]);
  });

  it("refuses a file of 10 MB without reading it", () => {
    const before = processorTime();
    const { problems } = checkBank([
      ...bank({ "x/exam.md": exam }),
      { path: "x/a.md", bytes: new Uint8Array(10_000_000) },
    ]);
    expect(processorTime() - before).toBeLessThan(200);
    expect(problems.map(({ rule }) => rule)).toContain("file-too-large");
  });

  it("ends soon with hostile files", () => {
    // The texts at a fifth of their length take a twentieth of the time.
    const size = inRun(200, 1_000);
    const hostile = [
      ">".repeat(10 * size),
      "[".repeat(100 * size),
      "*".repeat(100 * size),
      "- a\n\n  ".repeat(10 * size),
      "- [ ] a\n".repeat(10 * size),
      "Option A, B, ".repeat(8 * size),
      "{A}, ".repeat(20 * size),
      `Option ${"A, ".repeat(30 * size)}`,
      `Option${" ".repeat(100 * size)}A`,
      `${"A and ".repeat(20 * size)}are wrong`,
      "(a) ".repeat(25 * size),
      '"'.repeat(100 * size),
      "which is not ".repeat(8 * size),
      "except ".repeat(14 * size),
    ];
    for (const text of hostile) {
      const before = processorTime();
      checkBank(
        bank({ "x/exam.md": exam, "x/a.md": question(text), "x/b.md": question("B?").replace("So it is.", text) }),
      );
      expect(processorTime() - before, text.slice(0, 20)).toBeLessThan(20 * size);
    }
  });
});
