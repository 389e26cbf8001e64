import { describe, expect, it } from "vitest";
import { importText, keysOf, only, reasons } from "../../../tests/support/import-text.ts";
import type { ImportedQuestion } from "../report.ts";

describe("markdown-letters", () => {
  const asked = "### Question 1\n\nWhich rusts?\n\nA. Iron\nB. Gold\n\n";

  it("keeps what is under a heading within the question", () => {
    const text = `${asked}**Answer:** A\n\n#### Why B is wrong\n\nIt never rusts.\n`;
    const report = importText("markdown-letters", { "a.md": text });
    expect(only(report).draft.explanation).toContain("It never rusts.");
    expect(report.notices).toEqual([]);
  });

  it("tells a part of the answer from a section where questions have no heading", () => {
    const ask = (number: number) => `${number}. Which rusts?\n\nA. Iron\nB. Gold\n\nAnswer: A\n\n`;
    const text = `# Metals\n\n${ask(1)}### Why B is wrong\n\nIt never rusts.\n\n## Alloys\n\n${ask(2)}## Others\n\nNot many.\n\n${ask(3)}`;
    const { items, notices } = importText("markdown-letters", { "a.md": text });
    const [first, second, third] = items as ImportedQuestion[];
    expect(first?.draft.explanation).toContain("It never rusts.");
    expect([first, second, third].map((item) => item?.draft.tags)).toEqual([["Metals"], ["Alloys"], ["Others"]]);
    expect(notices).toEqual(['a.md:23 "Others" is not a question; it was left out']);
  });

  it("keeps what is under a heading within its details", () => {
    const details = "<details><summary>Answer</summary>\n\nA\n\n## Why\n\nGold never rusts.\n\n</details>\n\n";
    const text = `1. Which rusts?\n\nA. Iron\nB. Gold\n\n${details}2. Which shines?\n\nA. Iron\nB. Gold\n\nAnswer: B\n`;
    const { items } = importText("markdown-letters", { "a.md": text });
    const [first, second] = items as ImportedQuestion[];
    expect(first?.draft.explanation).toContain("Gold never rusts.");
    expect(second?.draft.tags).toEqual([]);
  });

  it("reports text under any other heading", () => {
    const text = `${asked}Answer: A\n\n## About metals\n\nThere are many.\n\n## Alloys\n\n${asked}Answer: A\n`;
    expect(importText("markdown-letters", { "a.md": text }).notices).toEqual([
      'a.md:10 "About metals" is not a question; it was left out',
    ]);
  });

  it("says which lettered line is not an option, because its letter is not the next", () => {
    const missing = only(
      importText("markdown-letters", { "a.md": "1. Which?\nA. one\nB. two\nD. four\n\nAnswer: B\n" }),
    );
    expect(missing.notes).toContain('"D. four" is not option C; it was joined to option B');
    const again = "1. Which?\n\nA. one\nB. two\n\nA. red\nB. blue\n\nAnswer: B\n";
    expect(only(importText("markdown-letters", { "a.md": again })).notes).toEqual(
      expect.arrayContaining(['"A. red" is not option C; it stands in the explanation']),
    );
  });

  it("takes the rule between two questions for no explanation", () => {
    const text =
      "1. Which?\nA. one\nB. two\n\nAnswer: B\n\n---\n\n2. What?\nA. one\nB. two\n\nAnswer: A\n\nExplanation: So.\n\n---\n\nBut:\n\n* * *\n";
    const items = importText("markdown-letters", { "a.md": text }).items as ImportedQuestion[];
    expect(items.map(({ draft }) => draft.explanation)).toEqual([
      "The source gives no explanation.",
      "So.\n\n---\n\nBut:",
    ]);
  });

  it("refuses a question whose boxes and key say different things", () => {
    const text = (key: string) => `1. Which?\n\n- [ ] A. one\n- [x] B. two\n\nAnswer: ${key}\n`;
    expect(reasons(importText("markdown-letters", { "a.md": text("A") }))).toEqual([
      "the boxes say B, the line below them A",
    ]);
    expect(reasons(importText("markdown-letters", { "a.md": text("B") }))).toEqual(["ok"]);
  });
});

describe("markdown-bank", () => {
  const bank = (text: string, more: Readonly<Record<string, string>> = {}) =>
    importText("markdown-bank", { "a.md": `### Which?\n\n${text}\n`, ...more });

  it("gives the last option its code, where the others have theirs below them", () => {
    const code = (text: string) => `\n\n\`\`\`php\n${text}\n\`\`\`\n\n`;
    for (const [one, two] of [
      ["&shy;", "&shy;"],
      ["A", "B"],
    ]) {
      const item = only(bank(`- [ ] ${one}${code("a();")}- [x] ${two}${code("b();")}So it is.`));
      expect(keysOf(item)[1], one).toMatch(/^\+[\s\S]*b\(\);/);
      expect(item.draft.explanation).toBe("So it is.");
      expect(item.draft.options.map(({ text }) => text).join()).not.toContain("shy");
    }
  });

  it("takes a numbered question that lost its heading for the next", () => {
    const options = "\n\n- [x] one\n- [ ] two\n\n";
    const text = `#### Q1. Which?${options}Q2. What?${options}Q3. Who?${options}Q9. is no next one.\n\n#### Q4. When?${options}`;
    const items = importText("markdown-bank", { "a.md": text }).items as ImportedQuestion[];
    expect(items.map(({ draft }) => draft.stem)).toEqual(["Which?", "What?", "Who?", "When?"]);
    expect(items[2]?.draft.explanation).toBe("Q9. is no next one.");
  });

  it("finds an image whose title is in single quotes", () => {
    const item = only(bank("![A row](row.png?raw=true 'The \"row\"')\n\n- [x] one\n- [ ] two", { "row.png": "png" }));
    expect(item.draft.stem).toMatch(/^Which\?\n\n!\[A row\]\(images\/row-\w+\.png\)$/);
  });

  it("keeps the order where only the checker sees that an option names others", () => {
    const item = only(bank("- [ ] red\n- [ ] blue\n- [x] A, B"));
    expect(item.draft.shuffle).toBe(false);
    expect(item.notes).toContain("the stem or an option names options by letter; their order is kept (shuffle: false)");
  });

  it("takes definitions of links for references, and brackets that begin an option for text", () => {
    const item = only(bank("- [x] [] is true\n- [ ] two\n\n[Source]: https://example.org/a"));
    expect(keysOf(item)).toEqual(["+\\[] is true", "-two"]);
    expect(item.draft.references).toEqual([{ title: "Source", url: "https://example.org/a" }]);
    expect(item.draft.explanation).toBe("The source gives no explanation.");
  });
});

describe("money in Markdown", () => {
  it.each([
    ["markdown-bank", "a.md", "### From $5 to $6?\n\n- [x] $1 or $2\n- [ ] $x^2$\n"],
    ["mdquiz", "a.md", "---\nquestion: From $5 to $6?\n---\n- [x] $1 or $2\n- [ ] $x^2$\n"],
    ["markdown-letters", "a.md", "1. From $5 to $6?\nA. $1 or $2\nB. $x^2$\n\nAnswer: A\n"],
    ["csv", "a.csv", "question,a,b,key\nFrom $5 to $6?,$1 or $2,$x^2$,A\n"],
    ["gift", "a.gift", "[markdown]From $5 to $6?{=$1 or $2~$x^2$}\n"],
  ])("is no formula in %s", (format, path, text) => {
    const { draft } = only(importText(format, { [path]: text }));
    expect([draft.stem, ...draft.options.map((option) => option.text)]).toEqual([
      "From \\$5 to \\$6?",
      "\\$1 or \\$2",
      "$x^2$",
    ]);
  });
});
