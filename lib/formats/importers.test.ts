import { readdirSync, readFileSync, statSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parseQuestion } from "#lib/content/parse-question";
import { writeQuestion } from "#lib/content/write-question";
import { findFormat } from "./registry.ts";
import type { ImportedQuestion, ImportReport, SourceFile } from "./report.ts";
import { noExplanation } from "./shared/finish-import.ts";

const root = "tests/fixtures/formats";
const exam = {
  slug: "warehouse",
  title: "Warehouse operator",
  domains: [
    { id: "general", title: "General" },
    { id: "counting", title: "Counting things" },
  ],
};

function filesUnder(path: string): SourceFile[] {
  if (!statSync(`${root}/${path}`).isDirectory())
    return [{ path, bytes: new Uint8Array(readFileSync(`${root}/${path}`)) }];
  return readdirSync(`${root}/${path}`)
    .sort()
    .flatMap((name) => filesUnder(`${path}/${name}`));
}

function importAll(format: string, ...paths: string[]): ImportReport {
  const report = findFormat(format)?.importer?.({ files: paths.flatMap(filesUnder), exam });
  if (!report) throw new Error(`no importer for ${format}`);
  return report;
}

/** Each item as one line: where, what became of it, and its id or why not. */
function outline(report: ImportReport): string[] {
  return report.items.map(
    (item) => `${item.place} ${item.status}: ${item.status === "refused" ? item.reason : item.draft.id}`,
  );
}

function question(report: ImportReport, id: string): ImportedQuestion {
  const item = report.items.find((each) => each.status !== "refused" && each.draft.id === id);
  if (item === undefined || item.status === "refused") throw new Error(`no question ${id}`);
  return item;
}

const cases: readonly [string, readonly string[]][] = [
  ["markdown-bank", ["bank.md", "bank-2.md", "bank-3.md", "images"]],
  ["mdquiz", ["mdquiz"]],
  ["markdown-letters", ["letters.md", "letters-2.md"]],
  ["gift", ["quiz.gift"]],
  ["aiken", ["quiz.aiken.txt"]],
  ["moodle-xml", ["quiz.xml"]],
  ["qti", ["qti", "images"]],
  ["anki", ["notes.txt"]],
  ["csv", ["foreign.csv"]],
];

describe.each(cases)("%s", (format, paths) => {
  const report = importAll(format, ...paths);

  it("accounts for every item it finds", () => {
    expect(report.found).toBe(report.items.length);
    expect(report.converted + report.noted + report.refused).toBe(report.found);
    expect(outline(report)).toMatchSnapshot();
  });

  it("makes files that our checker accepts", () => {
    const context = { slug: exam.slug, domains: exam.domains.map(({ id }) => id), cases: new Map() };
    for (const item of report.items) {
      if (item.status === "refused") continue;
      const text = writeQuestion(item.draft);
      const images = new Set(item.assets.map(({ path }) => `warehouse/${path}`));
      const parsed = parseQuestion({
        file: `warehouse/${item.draft.id}.md`,
        text,
        exam: context,
        imageUrl: (path) => (images.has(path) ? path : null),
      });
      expect(parsed.problems.filter(({ severity }) => severity === "error")).toEqual([]);
    }
  });

  it("gives the same result twice", () => {
    expect(importAll(format, ...paths)).toEqual(report);
  });
});

describe("what is irregular in the wild", () => {
  const bank = importAll("markdown-bank", "bank.md", "images");
  const text = (id: string, report = bank) => writeQuestion(question(report, id).draft);

  it("reads [X], numbered boxes, boxes without a space and boxes that were forgotten", () => {
    expect(text("which-data-structure-serves-the-oldest-entry-first")).toContain("- [x] A queue\n");
    expect(text("which-command-lists-the-shelves")).toContain("- [ ] `shelf print`");
    expect(question(bank, "which-command-lists-the-shelves").notes).toContain(
      'option "`shelf print`" has no checkbox; it was read as unmarked',
    );
  });

  it("keeps code of a stem, and headings within it as code", () => {
    expect(text("which-command-lists-the-shelves")).toContain("\n```sh\n# not a heading\nshelf --help\n```\n");
  });

  it("turns letters into references, because options are shuffled", () => {
    expect(text("which-two-of-these-layouts-are-shown-choose-two")).toContain(
      "Options {A} and {C} are drawn; option {B} would",
    );
  });

  it("takes images along and says which are missing", () => {
    const item = question(bank, "which-two-of-these-layouts-are-shown-choose-two");
    expect(item.assets.map(({ path }) => path)).toEqual([expect.stringMatching(/^images\/queue-layout-\w+\.png$/)]);
    expect(item.draft.stem).toContain(`![Queue layout](${item.assets[0]?.path})`);
    const lost = question(bank, "what-does-the-placeholder-shelf-stand-for-in-move-shelf-use");
    expect(lost.draft.options[1]?.text).toBe("*Nothing*, see (image missing: lost)");
    expect(lost.notes).toContain("image ../secret.png lies outside the import; words replace it");
  });

  it("never invents an explanation", () => {
    const item = question(bank, "which-data-structure-serves-the-oldest-entry-first");
    expect(item.draft.explanation).toBe(noExplanation);
    expect(item.status).toBe("noted");
  });

  it("gives a stem that comes twice a second id, and says so", () => {
    const item = question(bank, "which-data-structure-serves-the-oldest-entry-first-2");
    expect(item.notes).toContain("the stem is the same as at bank.md:17");
  });

  it("names what is not a question and was left out", () => {
    expect(bank.notices.join("\n")).toContain("Table of Contents");
  });

  it("reads quotes and code at the margin as the option's above them", () => {
    const item = question(importAll("mdquiz", "mdquiz"), "which-suffix-does-a-file-of-settings-have-here");
    expect(item.draft.options).toEqual([
      { text: ".ini", correct: false, note: "An older release read this one." },
      { text: ".toml", correct: true, note: null },
      { text: 'Code:\n\n```json\n{\n  "suffix": true\n}\n```', correct: false, note: null },
    ]);
    expect(item.notes).toContain("not kept: author Kim");
  });

  it("takes a numbered list in a stem for no question, and a key run together for letters", () => {
    const item = question(
      importAll("markdown-letters", "letters.md"),
      "which-two-parts-are-made-of-steel-choose-two-consider-the",
    );
    expect(item.draft.stem).toContain("1. bolts\n2. nuts");
    expect(item.draft.options.map(({ correct }) => correct)).toEqual([true, false, true]);
    expect(item.draft.explanation).toBe(
      "- Options {A} and {C} are rolled steel.\n- Option {B} is glass, and Vitamin A has nothing to do with it.",
    );
    expect(item.draft.references).toEqual([{ title: "https://example.org/steel", url: "https://example.org/steel" }]);
  });

  it("maps a category to the domain of that name, and makes any other a tag", () => {
    const quiz = importAll("moodle-xml", "quiz.xml");
    expect(question(quiz, "put-in-order").draft.domain).toBe("counting");
    const gift = importAll("gift", "quiz.gift");
    expect(question(gift, "oldest-entry").draft.domain).toBe("general");
    expect(question(gift, "oldest-entry").notes.join()).toContain("filed under the first, general");
  });

  it("names grades, penalties, partial credit and feedback that have no place with us", () => {
    const item = question(importAll("moodle-xml", "quiz.xml"), "which-layout-is-shown-choose-one");
    expect(item.notes).toEqual(
      expect.arrayContaining([
        'not kept: 50% for "A tree & more"',
        'not kept: correctfeedback "Well done"',
        "not kept: defaultgrade 2.0000000",
        "not kept: penalty 0.3333333",
      ]),
    );
    expect(item.draft.stem).toContain("```js\nlet a = 1 < 2;\n\ndone()\n```");
    expect(item.assets).toHaveLength(1);
  });

  it("shows where a gap in a sentence is to be filled, and keeps the tolerance of a number", () => {
    const item = question(importAll("qti", "qti", "images"), "sum");
    expect(item.draft.stem).toBe("Two and two make \\_\\_\\_\\_\\_ in all.");
    expect(item.draft.numeric).toEqual({ value: 4, tolerance: 0.5, unit: null });
  });

  it("refuses boxes and an answer line that say different things", () => {
    const file = { path: "a.md", bytes: new TextEncoder().encode("### Which?\n\n- [x] One\n- [ ] Two\n\nAnswer: B\n") };
    const report = findFormat("markdown-bank")?.importer?.({ files: [file], exam });
    expect(report?.items[0]).toMatchObject({ status: "refused", reason: "the boxes say A, the line below them B" });
  });

  it("never reuses an id that the exam has already", () => {
    const files = filesUnder("bank.md");
    const takenIds = ["which-data-structure-serves-the-oldest-entry-first"];
    const report = findFormat("markdown-bank")?.importer?.({ files, exam, takenIds });
    expect(report?.items[0]).toMatchObject({ draft: { id: "which-data-structure-serves-the-oldest-entry-first-2" } });
  });
});
