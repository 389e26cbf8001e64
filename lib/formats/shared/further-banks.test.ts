import { describe, expect, it } from "vitest";
import { exam, importText, keysOf, only } from "../../../tests/support/import-text.ts";
import { findFormat } from "../registry.ts";
import type { ImportedQuestion } from "../report.ts";

describe("references", () => {
  it("keep what is said beside their links, and where there is none", () => {
    const said = "Reference: Handbook, chapter 3\n- [Doc](https://example.org/d) explains the quota\n";
    const text = `1. Which rusts?\n\nA. Iron\nB. Gold\n\nAnswer: A\n\nExplanation: Oxygen.\n${said}`;
    const { draft } = only(importText("markdown-letters", { "a.md": text }));
    expect(draft.explanation).toBe(
      "Oxygen.\n\nReference: Handbook, chapter 3\n\n- [Doc](https://example.org/d) explains the quota",
    );
    expect(draft.references).toEqual([{ title: "Doc", url: "https://example.org/d" }]);
  });

  it("take the words before a bare address for its title", () => {
    const said = "References:\n\n- Handbook, chapter 3: https://example.org/3\n- See https://example.org/4.\n";
    const text = `1. Which rusts?\n\nA. Iron\nB. Gold\n\nAnswer: A\n\nExplanation: Oxygen.\n\n${said}`;
    const { draft } = only(importText("markdown-letters", { "a.md": text }));
    expect(draft.explanation).toBe("Oxygen.");
    expect(draft.references).toEqual([
      { title: "Handbook, chapter 3", url: "https://example.org/3" },
      { title: "https://example.org/4", url: "https://example.org/4" },
    ]);
  });

  it("that are no link are named in a note", () => {
    const front = "question: Which rusts?\ndocumentation:\n  - Handbook, chapter 3\n  - https://example.org/d\n";
    const item = only(importText("mdquiz", { "q.md": `---\n${front}---\n- [x] Iron\n- [ ] Gold\n` }));
    expect(item.notes).toContain("not kept: documentation Handbook, chapter 3");
    expect(item.draft.references).toHaveLength(1);
    const row = only(
      importText("csv", { "a.csv": 'stem,A,B,correct,references\nWhich?,1,2,A,"Handbook\nhttps://example.org/d"\n' }),
    );
    expect(row.notes.join()).toContain('not kept: reference "Handbook"');
    expect(row.draft.references).toHaveLength(1);
  });
});

describe("wildcards of accepted texts", () => {
  const answers = [
    ["*manually*", ["manually", "*manually*"]],
    ["2*3", ["2*3", "23"]],
  ] as const;
  const moodle = (text: string) =>
    importText("moodle-xml", {
      "a.xml": `<quiz><question type="shortanswer"><questiontext><text>How?</text></questiontext><answer fraction="100"><text>${text}</text></answer></question></quiz>`,
    });
  const gift = (text: string) => importText("gift", { "a.gift": `How? {=${text}}\n` });

  it.each(answers)("accept what is left of %s without them, so that it can be answered", (text, accepted) => {
    for (const report of [moodle(text), gift(text)]) {
      expect(only(report).draft.accepted).toEqual(accepted);
      expect(only(report).notes.join()).toContain(`"${text}" has a wildcard`);
    }
  });

  it("are stars where a backslash says so, and come back as such", () => {
    expect(only(moodle("2\\*3")).draft.accepted).toEqual(["2*3"]);
    expect(only(gift("2\\\\*3")).draft.accepted).toEqual(["2*3"]);
    for (const name of ["moodle-xml", "gift"]) {
      const { draft } = only(moodle("2\\*3"));
      const out = findFormat(name)?.exporter?.({ exam, drafts: [draft] });
      const back = findFormat(name)?.importer?.({ exam, files: out?.files ?? [] });
      expect(back && only(back).draft.accepted, name).toEqual(["2*3"]);
    }
  });
});

describe("the line ends of plain text", () => {
  it("are kept in the stem and the reasons of a card", () => {
    const front = "It reads<br>so<br>A. one<br>B. two";
    const back = "Answer: B<br>Explanation: Two lines<br>of three<br><br>Not one.";
    const { draft } = only(importText("anki", { "a.txt": `${front}\t${back}\n` }));
    expect(draft.stem).toBe("It reads\\\nso");
    expect(draft.options.map(({ text }) => text)).toEqual(["one", "two"]);
    expect(draft.explanation).toBe("Two lines\\\nof three\n\nNot one.");
  });

  it("are kept in GIFT, in stems and in feedback", () => {
    const text =
      "::t::It reads:\n  one\n  two\\\\ {\n=yes # It does.\n Twice.\n~no\n#### So.\nReferences:\nhttps://example.org/r\n}\n";
    const { draft } = only(importText("gift", { "a.gift": text }));
    expect(draft.stem).toBe("It reads:\\\none\\\ntwo\\\\");
    expect(draft.options).toEqual([
      { text: "yes", correct: true, note: "It does.\\\nTwice." },
      { text: "no", correct: false, note: null },
    ]);
    expect(draft.explanation).toBe("So.");
    expect(draft.references).toHaveLength(1);
  });

  it("are distinguished from a backslash that ends a paragraph", () => {
    const bank = "### Where?\n- [x] a\n- [ ] b\n\nExplanation: In C:\\\n\nNot in D:\\\n";
    expect(only(importText("markdown-bank", { "a.md": bank })).draft.explanation).toBe("In C:\\\n\nNot in D:\\");
    const cards = importText("anki", { "a.txt": "Where?<br>A. C:\\<br>B. D:\\\tB\nWhich?\tC:\\\n" });
    const [card, plain] = cards.items as ImportedQuestion[];
    expect(plain?.draft.accepted).toEqual(["C:\\"]);
    expect(card && keysOf(card)).toEqual(["-C:\\\\", "+D:\\\\"]);
  });

  it("are no part of what is typed", () => {
    expect(only(importText("gift", { "a.gift": "It grows {\n=many\n trees\n}\n" })).draft.accepted).toEqual([
      "many trees",
    ]);
  });

  it("are kept in Moodle XML", () => {
    const xml =
      '<quiz><question type="shortanswer"><questiontext><text>One\\\ntwo\n\nthree</text></questiontext><answer fraction="100"><text>trees</text></answer></question></quiz>';
    expect(only(importText("moodle-xml", { "a.xml": xml })).draft.stem).toBe("One\\\\\\\ntwo\n\nthree");
  });
});

describe.each(["gift", "moodle-xml"])("%s", (format) => {
  const gift = "It grows on {=trees#Yes. =trees#Yes. =wood#Yes. =%50%bushes#Nearly.}\n";
  const answer = (text: string, fraction: number, said: string) =>
    `<answer fraction="${fraction}"><text>${text}</text><feedback><text>${said}</text></feedback></answer>`;
  const xml = `<quiz><question type="shortanswer"><questiontext><text>It grows on</text></questiontext>${[
    answer("trees", 100, "Yes."),
    answer("wood", 100, "Yes."),
    answer("bushes", 50, "Nearly."),
  ].join("")}</question></quiz>`;

  it("explains by what is said of accepted texts, and names what is said of others", () => {
    const { draft, notes } = only(importText(format, format === "gift" ? { "a.gift": gift } : { "a.xml": xml }));
    expect(draft).toMatchObject({ accepted: ["trees", "wood"], explanation: "Yes." });
    expect(notes).toEqual(['not kept: "bushes", worth 50%', 'not kept: feedback on the answer "bushes": Nearly.']);
  });
});
