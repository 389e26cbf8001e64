import { describe, expect, it } from "vitest";
import { exam, importText, keysOf, only, reasons } from "../../../tests/support/import-text.ts";
import { findFormat } from "../registry.ts";
import type { ImportedQuestion } from "../report.ts";

describe("anki", () => {
  it("reads cards that repeat their front above the answer", () => {
    const item = only(
      importText("anki", { "a.txt": '#html:true\nIt grows on\t"It grows on<hr id=""answer"">trees"\n' }),
    );
    expect(item.draft).toMatchObject({ stem: "It grows on", accepted: ["trees"] });
  });

  it("takes a row of column names for what it is", () => {
    const report = importText("anki", { "a.tsv": "Front\tBack\nWhat grows?\ttrees\n" });
    expect(only(report).draft.stem).toBe("What grows?");
    expect(report.notices).toEqual(["a.tsv:1 names the columns; it was left out"]);
  });

  it("keeps the reasons that are below the answer or beside its letter", () => {
    const plain = only(importText("anki", { "a.txt": "What is its capital?\tParis<br>Capital since 987\n" }));
    expect(plain.draft).toMatchObject({ accepted: ["Paris"], explanation: "Capital since 987" });
    const back = (text: string) =>
      only(importText("anki", { "a.txt": `Which?<br>A. A stack<br>B. A queue\t${text}\n` }));
    const reason = back("B. Because a queue is FIFO.<br>A stack is not.");
    expect(keysOf(reason)).toEqual(["-A stack", "+A queue"]);
    expect(reason.draft.explanation).toBe("Because a queue is FIFO.\\\nA stack is not.");
    expect(back("B. A queue<br>It is FIFO.").draft.explanation).toBe("It is FIFO.");
    expect(keysOf(back("A queue<br>It is FIFO."))).toEqual(["-A stack", "+A queue"]);
  });

  it("reads a back that begins with letters, bold, in lower case or several", () => {
    const back = (text: string) => {
      const report = importText("anki", { "a.txt": `Which?<br>A. a dog<br>B. a cat<br>C. a cow\t${text}\n` });
      return report.items.map((item) => (item.status === "refused" ? item.reason : keysOf(item).join()))[0];
    };
    expect(back("<b>B</b><br>It purrs.")).toBe("-a dog,+a cat,-a cow");
    expect(back("A, C")).toBe("+a dog,-a cat,+a cow");
    expect(back("b")).toBe("-a dog,+a cat,-a cow");
    expect(back("a cow")).toBe("-a dog,-a cat,+a cow");
    expect(back("a bird")).toBe("the back names no option as the key");
  });

  it("reads notes whose columns are named as a table has them", () => {
    const file =
      "#separator:tab\n#html:true\n#columns:Question\tA\tB\tC\tCorrect\tExtra\tTags\nWhich?\t<i>one</i>\ttwo\tthree\tB\tBecause &amp; so.\tt1 t2\nWhat?\tx\ty\t\tA\t\t\n";
    const [first, second] = importText("anki", { "a.tsv": file }).items as ImportedQuestion[];
    expect(first && keysOf(first)).toEqual(["-*one*", "+two", "-three"]);
    expect(first?.draft).toMatchObject({ explanation: "Because & so.", tags: ["t1", "t2"] });
    expect(second && keysOf(second)).toEqual(["+x", "-y"]);
    expect(second?.place).toBe("a.tsv:5");
  });

  it("finds the tags by the name of their column, and passes over lines of other programs above the notes", () => {
    const file =
      "#separator:tab\n#html:false\n#deck-app-exported_at2:2026\n# Made by hand: A, B | C\n#columns:Front\tBack\tTags\n#include: what is it?\tC\t\nWhat grows?\ttrees\twood oak\n";
    const [first, second] = importText("anki", { "a.txt": file }).items as ImportedQuestion[];
    expect(first?.draft).toMatchObject({ stem: "#include: what is it?", accepted: ["C"] });
    expect(second?.draft).toMatchObject({ stem: "What grows?", accepted: ["trees"], tags: ["wood", "oak"] });
    expect(second?.place).toBe("a.txt:7");
  });

  it("finds the images of notes in the folder that an export puts them into", () => {
    const file = {
      path: "deck/a.txt",
      bytes: new TextEncoder().encode('Which?\t"yes<br><img src=""a.png"" alt=""A sign"">"\n'),
    };
    const readAsset = (path: string) => (path === "deck/collection.media/a.png" ? new Uint8Array([7]) : null);
    const report = findFormat("anki")?.importer?.({ exam, files: [file], readAsset });
    expect(report && only(report).assets.map(({ bytes }) => [...bytes])).toEqual([[7]]);
  });

  it("reads the formulas of older notes", () => {
    const item = only(importText("anki", { "a.txt": "Is [$]x^2[/$] even?\tyes<br>[$$]y &lt; 1[/$$]\n" }));
    expect(item.draft.stem).toBe("Is $x^2$ even?");
    expect(item.draft.explanation).toBe("$$\ny < 1\n$$");
  });

  it("counts the key of a note by its fields, empty ones too", () => {
    const item = only(importText("anki", { "a.txt": "Which?\tone\t\tthree\t0 0 1\n" }));
    expect(keysOf(item)).toEqual(["-one", "+three"]);
  });

  it("asks for what is in the only gap of a cloze note", () => {
    const item = only(importText("anki", { "a.txt": "It grows on {{c1::trees::plants}}.\tOaks do.\n" }));
    expect(item.draft).toMatchObject({ accepted: ["trees"], explanation: "Oaks do." });
    expect(item.draft.stem).toContain("(plants)");
    expect(item.draft.stem).not.toContain("trees");
    const two = importText("anki", { "a.txt": "{{c1::Oaks}} are {{c2::trees}}.\t\n" });
    expect(reasons(two)).toEqual(["a cloze note with several gaps; a question here has one answer"]);
  });

  it("refuses a key that does not fit the options", () => {
    expect(reasons(importText("anki", { "a.txt": "Which?\t\t2\tone\ttwo\tthree\t0 1\n" }))).toEqual([
      'the key "0 1" does not fit the 3 options',
    ]);
    expect(reasons(importText("anki", { "a.txt": "Which?\t\t2\tone\t\tthree\t0 1 0\n" }))).toEqual([
      'the key "0 1 0" does not fit the 2 options',
    ]);
  });

  it("refuses a note with many fields of which none says which is right", () => {
    expect(reasons(importText("anki", { "a.txt": "Which?\tone\ttwo\tthree\t2\n" }))).toEqual([
      "the note has 5 fields, and none says 0 1 0 …: name them in a first line #columns: as a table of csv is named",
    ]);
  });
});
