import { describe, expect, it } from "vitest";
import { parseDraft } from "#lib/content/parse-draft";
import { findFormat } from "./registry.ts";
import type { ImportReport } from "./report.ts";

const exam = { slug: "x", title: "X", domains: [{ id: "d", title: "D" }] };

function importText(format: string, path: string, text: string): ImportReport {
  const files = [{ path, bytes: new TextEncoder().encode(text) }];
  const report = findFormat(format)?.importer?.({ files, exam });
  if (!report) throw new Error(`no importer for ${format}`);
  return report;
}

/** Stem and options of every item, or why it was refused. */
function reported(format: string, path: string, text: string): readonly string[] {
  return importText(format, path, text).items.map((item) => {
    if (item.status === "refused") return `refused: ${item.reason}`;
    const options = item.draft.options.map((option) => `${option.correct ? "+" : "-"}${option.text}`);
    return [item.draft.stem, ...options, ...item.draft.accepted].join(" ");
  });
}

const noteOf = (report: ImportReport) => report.items.flatMap(({ notes }) => notes).join("\n");

describe("two questions under one heading", () => {
  it.each([
    ["a paragraph", "\nTwo?\n\n"],
    ["a rule", "\n---\n\nTwo?\n\n"],
  ])("are two, parted by %s", (_, between) => {
    const lists = `- [x] a\n- [ ] b\n${between}- [ ] c\n- [x] d\n`;
    expect(reported("markdown-bank", "q.md", `## One?\n\n${lists}`)).toEqual(["One? +a -b", "Two? -c +d"]);
    const quiz = importText("mdquiz", "q.md", `---\nquestion: One?\n---\n\n${lists}`);
    expect(quiz.items.map((item) => (item.status === "refused" ? "" : item.draft.stem))).toEqual(["One?", "Two?"]);
    expect(noteOf(quiz)).not.toContain("---");
    expect(noteOf(quiz)).toContain("a second question in one file");
  });

  it("are one where a paragraph belongs to an option, which is reported", () => {
    const report = importText("markdown-bank", "q.md", "## One?\n\n- [x] a\n\nMore of a.\n\n- [ ] b\n- [ ] c\n");
    expect(report.items).toHaveLength(1);
    expect(noteOf(report)).toContain('"More of a." is between two options; it was joined to option 1');
  });
});

describe("a block of code", () => {
  it("that is never closed swallows no question", () => {
    const text = "## One?\n\n```\nx\n\n- [x] a\n- [ ] b\n\n## Two?\n\n- [ ] c\n- [x] d\n";
    expect(reported("markdown-bank", "q.md", text)).toEqual(["One?\n\n```\nx\n``` +a -b", "Two? -c +d"]);
    expect(importText("markdown-bank", "q.md", text).notices.join()).toContain("line 3 begins a block of code");
  });

  it("that holds questions is reported", () => {
    const text = "## One?\n\n- [x] a\n- [ ] b\n\n```\n## Two?\n\n- [ ] c\n- [x] d\n```\n";
    expect(importText("markdown-bank", "q.md", text).notices.join()).toContain(
      "line 9 is a box within a block of code",
    );
  });
});

describe("a key that is a place and a text", () => {
  const csv = (text: string) => reported("csv", "q.csv", text);

  it("is refused where nothing says which", () => {
    expect(csv("question,option 1,option 2,option 3,correct\nBits?,4,8,2,2\n")[0]).toMatch(
      /^refused: the key "2" is the text of one option and the position of another \("8"\)/,
    );
    expect(csv("question,A,B,C,correct\nWhich letter?,C,B,A,A\n")[0]).toMatch(/^refused: the key "A" is the text/);
  });

  it("is a place in the templates of programs that use places", () => {
    const kahoot =
      "Question - max 120 characters,Answer 1 - max 75 characters,Answer 2 - max 75 characters,Answer 3 - max 75 characters,Time limit (sec),Correct answer(s) - choose at least one";
    expect(csv(`${kahoot}\nBits?,4,8,2,20,2\n`)).toEqual(["Bits? -4 +8 -2"]);
    const udemy = "Question,Question Type,Answer Option 1,Answer Option 2,Answer Option 3,Correct Answers";
    expect(csv(`${udemy}\nBits?,multiple-choice,4,8,2,2\n`)).toEqual(["Bits? -4 +8 -2"]);
  });

  it("is what it can only be in another row", () => {
    const head = "question,option 1,option 2,option 3,correct";
    expect(csv(`${head}\nBits?,4,8,2,2\nMore?,6,7,9,9\n`)).toEqual(["Bits? -4 -8 +2", "More? -6 -7 +9"]);
    expect(csv(`${head}\nBits?,4,2,8,2\n`)).toEqual(["Bits? -4 +2 -8"]);
  });

  it("is not an accepted text where the type says multiple choice", () => {
    expect(csv("question,type,answer\nWhich?,multiple choice,A. one B. two C. three\n")).toEqual([
      "refused: fewer than two options were found",
    ]);
  });
});

describe("the back of an Anki card", () => {
  it.each([
    ["<b>Paris</b>", "What? Paris"],
    ["<ul><li>a</li><li>b</li></ul>", "refused: the answer is a list, which nobody can type"],
    ["<pre>x = 1</pre>", "refused: the answer is a block of code, which nobody can type"],
    ["\\(x^2\\)", "refused: the answer is a formula, which nobody can type"],
    ["<img src='a.png'>", "refused: the answer is a picture, which nobody can type"],
  ])("is an answer only where it can be typed: %s", (back, expected) => {
    expect(reported("anki", "a.txt", `#html:true\nWhat?\t${back}\n`)).toEqual([expected]);
  });

  it("is found in a file with commas that names no separator", () => {
    expect(reported("anki", "a.csv", "What?,Paris\nWhere?,Rome\n")).toEqual(["What? Paris", "Where? Rome"]);
  });

  it("has no fragments of nested gaps and of formulas", () => {
    expect(reported("anki", "a.txt", "{{c1::a {{c2::b}} c}} is\t\n")[0]).toContain(
      "refused: a cloze note with a gap inside",
    );
    expect(reported("anki", "a.txt", "[latex]$x^2$[/latex] is?\tfoo\n")).toEqual(["$x^2$ is? foo"]);
  });
});

describe("a stem that says how many to choose", () => {
  it("is reported when the key says another number", () => {
    const text = "1. Which? Choose two.\n\nA. one\nB. two\nC. three\n\nAnswer: B\n";
    expect(noteOf(importText("markdown-letters", "q.md", text))).toContain(
      "the question says that 2 are to be chosen; 1 is marked as right",
    );
    expect(noteOf(importText("markdown-letters", "q.md", text.replace("r: B", "r: B, C")))).not.toContain(
      "to be chosen",
    );
  });
});

it("a formula between two dollars of Moodle's plain text stays one, and a price does not become one", () => {
  const gift = String.raw`[moodle]What is $$x^2$$ and \\(y\\) for $5? {=a ~b}`;
  expect(reported("gift", "q.gift", gift)).toEqual(["What is $x^2$ and $y$ for \\$5? +a -b"]);
});

describe("a number as its author wrote it", () => {
  it("stands on Anki's card and in a table", () => {
    const text = "---\ndomain: d\nanswer: 3.10\n---\nHow far is it?\n\n## Explanation\n\nSo far.\n";
    const { draft } = parseDraft("x/q.md", text);
    if (!draft) throw new Error("no draft");
    for (const format of ["anki", "csv"]) {
      const { files } = findFormat(format)?.exporter?.({ exam, drafts: [draft] }) ?? { files: [] };
      expect(new TextDecoder().decode(files[0]?.bytes), format).toContain("3.10");
    }
  });
});
