import { describe, expect, it } from "vitest";
import { checkBank } from "../check-bank.ts";

const exam = (text: string): string => `---
title: X
questions: 1
minutes: 1
passing: 50
domains:
  - { id: d, title: D, weight: 100 }
---
${text}
`;

const question = (explanation: string): string => `---
domain: d
case: shop
---
Which?

- [x] BLEU
- [ ] Adam

## Explanation

${explanation}
`;

function reported(files: { exam?: string; scenario?: string; explanation?: string }): readonly string[] {
  const written = {
    "x/exam.md": exam(files.exam ?? "An exam."),
    "x/cases/shop.md": `---\ntitle: Shop\n---\n${files.scenario ?? "A shop."}\n`,
    "x/q.md": question(files.explanation ?? "It is."),
  };
  const encoder = new TextEncoder();
  const bank = Object.entries(written).map(([path, text]) => ({ path, bytes: encoder.encode(text) }));
  return checkBank(bank).problems.map(({ file, rule, place }) => `${file}:${place.line}:${place.column} ${rule}`);
}

describe("slips that Markdown reads as text", () => {
  it.each([
    ["See [the paper][p].", 5],
    ["See ![a plot][plot].", 5],
    ["See [the paper][].", 5],
    ["Ends with ![[plot.png]].", 11],
  ])("are reported at their column: %s", (explanation, column) => {
    expect(reported({ explanation })).toEqual([`x/q.md:12:${column} broken-link`]);
  });

  it("are reported at their line within a paragraph", () => {
    expect(reported({ explanation: "One line,\nand ![a](my pic.png)." })).toEqual(["x/q.md:13:5 broken-link"]);
  });

  it("are footnotes too, once each", () => {
    expect(reported({ explanation: "It counts.[^1]\n\n[^1]: As the paper says." })).toEqual([
      "x/q.md:12:11 broken-link",
    ]);
  });

  it.each([
    "The cell x[i][j] and List[int][str].",
    "As \\[the paper\\]\\[p\\] says, `[the paper][p]`.",
    "See [1][2] and [^abc] as a class.",
    "See [the paper][p].\n\n[p]: https://example.org/",
  ])("are not accused where there is none: %s", (explanation) => {
    expect(reported({ explanation })).toEqual([]);
  });
});

describe("the texts of cases and of exam.md", () => {
  it("are looked at as those of questions are", () => {
    expect(reported({ scenario: "A shop.\n\n<!-- to do\n\nIt sells." })).toEqual([
      "x/cases/shop.md:6:1 unclosed-block",
    ]);
    expect(reported({ scenario: "See [the goods][goods]." })).toEqual(["x/cases/shop.md:4:5 broken-link"]);
    expect(reported({ scenario: "A <b>shop</b>." })).toEqual(["x/cases/shop.md:4:3 raw-html"]);
    expect(reported({ scenario: "A shop.\n<<<<<<< HEAD\nIt sells." })).toEqual(["x/cases/shop.md:5:1 merge-conflict"]);
    expect(reported({ exam: "<!-- to do\n\nIt asks." })).toEqual(["x/exam.md:9:1 unclosed-block"]);
    expect(reported({ exam: "<details>\nIt asks.\n</details>" })).toEqual(["x/exam.md:9:1 raw-html"]);
  });
});
