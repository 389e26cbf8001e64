import { zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { findFormat } from "./registry.ts";
import type { ImportedQuestion, ImportReport } from "./report.ts";

/** What banks in the wild do that the fixtures of each format do not show, as small as can be. */
const exam = { slug: "x", title: "X", domains: [{ id: "d", title: "D" }] };

function importText(format: string, files: Readonly<Record<string, string>>): ImportReport {
  const sources = Object.entries(files).map(([path, text]) => ({ path, bytes: new TextEncoder().encode(text) }));
  const report = findFormat(format)?.importer?.({ files: sources, exam });
  if (!report) throw new Error(`no importer for ${format}`);
  return report;
}

function only(report: ImportReport): ImportedQuestion {
  const [item] = report.items;
  if (report.items.length !== 1 || item === undefined || item.status === "refused")
    throw new Error(JSON.stringify(report.items));
  return item;
}

const reasons = (report: ImportReport) => report.items.map((item) => (item.status === "refused" ? item.reason : "ok"));
const keysOf = ({ draft }: ImportedQuestion) =>
  draft.options.map(({ text, correct }) => `${correct ? "+" : "-"}${text}`);

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

describe("csv", () => {
  it("reads options that are in one column, with bars or line ends between them", () => {
    const rows =
      'Question,Options,Correct Answers,Explanation\nWhich?,one|two|three,two,So.\n"Which\nnow?","a\nb",B,So.\n';
    const [first, second] = importText("csv", { "a.csv": rows }).items as ImportedQuestion[];
    expect(first && keysOf(first)).toEqual(["-one", "+two", "-three"]);
    expect(second && keysOf(second)).toEqual(["-a", "+b"]);
  });

  it("reads keys that count from nought, when one of the file is nought", () => {
    const rows = "question,option1,option2,correct\nWhich?,one,two,0\nWhat?,one,two,1\n";
    const items = importText("csv", { "a.csv": rows }).items as ImportedQuestion[];
    expect(items.map(keysOf)).toEqual([
      ["+one", "-two"],
      ["-one", "+two"],
    ]);
    expect(items[1]?.notes).toContain("the keys of this file count from 0");
  });

  it("reads option columns that count from nought", () => {
    const item = only(importText("csv", { "a.csv": "question,option_0,option_1,answer\nWhich?,one,two,two\n" }));
    expect(keysOf(item)).toEqual(["-one", "+two"]);
  });

  it.each([
    ["Question,Ans1,Ans2,Correct ans\nWhich?,one,two,2\n"],
    ["Question Text;Opt A;Opt B;Right answer\nWhich?;one;two;two\n"],
    ["sep=;\nQuestion;Option 1;Option 2;Correct_Awnser\nWhich?;one;two;B\n"],
    ["question|choice_a|choice_b|answer_key\nWhich?|one|two|b\n"],
    ['question,choices,answer\nWhich?,"[""one"",""two""]",two\n'],
    ["Question Text,Question Answers,Correct answer\nWhich?,one;two,two\n"],
    ["Question,Answer 1 - at most 75 signs,Answer 2 - at most 75 signs,Correct\nWhich?,one,two,2\n"],
  ])("knows the columns of %s", (rows) => {
    expect(keysOf(only(importText("csv", { "a.csv": rows })))).toEqual(["-one", "+two"]);
  });

  it("sets the right answer before wrong ones that have columns of their own", () => {
    const rows = "question,correct_answer,incorrect_answer_1,incorrect_answer_2\nWhich?,one,two,three\n";
    expect(keysOf(only(importText("csv", { "a.csv": rows })))).toEqual(["+one", "-two", "-three"]);
  });

  it("reads several key columns, with a key or a flag in each", () => {
    const keyed = "question,option 1,option 2,option 3,correct 1,correct 2\nWhich?,one,two,three,A,3\n";
    expect(keysOf(only(importText("csv", { "a.csv": keyed })))).toEqual(["+one", "-two", "+three"]);
    const flagged = "question,option 1,correct 1,option 2,correct 2\nWhich?,one,FALSE,two,TRUE\n";
    expect(keysOf(only(importText("csv", { "a.csv": flagged })))).toEqual(["-one", "+two"]);
  });

  it("tells by all rows whether a number is a place or a text", () => {
    const places = "question,a,b,key\nWhich?,one,two,1\nHow many?,2,1,1\n";
    const items = importText("csv", { "a.csv": places }).items as ImportedQuestion[];
    expect(items.map(keysOf)[1]).toEqual(["+2", "-1"]);
    const texts = "question,a,b,key\nWhich?,one,two,two\nHow many?,2,1,1\n";
    const others = importText("csv", { "a.csv": texts }).items as ImportedQuestion[];
    expect(others.map(keysOf)[1]).toEqual(["-2", "+1"]);
  });

  it("takes a key that is among no options of the whole file for a further one", () => {
    const rows = "question,optionA,optionB,answer\nWhich?,one,two,six\nWhat?,red,blue,green\n";
    const items = importText("csv", { "a.csv": rows }).items as ImportedQuestion[];
    expect(items.map(keysOf)).toEqual([
      ["+six", "-one", "-two"],
      ["+green", "-red", "-blue"],
    ]);
  });

  it("takes no number typed in a row without options for the place of one", () => {
    const rows = "type,question,a,b,c,key\nchoice,2 + 2?,3,4,2,4\nfill,5 + 3?,,,,8\n";
    const items = importText("csv", { "a.csv": rows }).items as ImportedQuestion[];
    expect(items[0] && keysOf(items[0])).toEqual(["-3", "+4", "-2"]);
    expect(items[1]?.draft.numeric).toMatchObject({ value: 8 });
  });

  it("says of columns that it does not know which they are", () => {
    expect(reasons(importText("csv", { "a.csv": "question,hint\nWhich?,x\n" }))).toEqual([
      "the columns (question, hint) name neither options nor an answer: see docs/formats.md",
    ]);
    expect(reasons(importText("csv", { "a.csv": "PK\u0003\u0004" }))).toEqual([expect.stringContaining("spreadsheet")]);
  });

  it("makes true or false two options, and nothing of a row that has lost its options", () => {
    expect(keysOf(only(importText("csv", { "a.csv": "question,answer\nIs it?,FALSE\n" })))).toEqual([
      "-True",
      "+False",
    ]);
    const rows = "question,a,b,key\nWhich?,one,two,1\nWhat?,,,2\n";
    expect(reasons(importText("csv", { "a.csv": rows }))).toEqual(["ok", "fewer than two options were found"]);
  });

  it("removes the letters that are before the options, and says so", () => {
    const item = only(importText("csv", { "a.csv": "question,a,b,key\nWhich?,A) one,B) two,B\n" }));
    expect(keysOf(item)).toEqual(["-one", "+two"]);
    expect(item.notes).toContain("the letters or numbers that the source wrote before the options were removed");
  });

  const keyed = (...keys: string[]) => {
    const rows = keys.map((key, index) => `Which ${index}?,one,two,three,four,"${key}"\n`);
    return importText("csv", { "a.csv": `question,option_a,option_b,option_c,option_d,answer\n${rows.join("")}` });
  };
  const lettersOf = (report: ImportReport) =>
    report.items.map((item) =>
      item.status === "refused" ? item.reason : item.draft.options.map(({ correct }) => (correct ? "x" : "-")).join(""),
    );

  it("understands keys that name a column or bring the option's text along, and adds no option for them", () => {
    expect(lettersOf(keyed("option_b", "Option C", "AC", "a and d", "(B)", "B) two", "option_a, option_c"))).toEqual([
      "-x--",
      "--x-",
      "x-x-",
      "x--x",
      "-x--",
      "-x--",
      "x-x-",
    ]);
    expect(lettersOf(keyed("answer_b", "choice 3"))).toEqual(["-x--", "--x-"]);
    expect(lettersOf(keyed("E", "E"))).toEqual(Array(2).fill('the key "E" names an option that does not exist'));
  });

  it("says that it added the right answer to the others", () => {
    const [item] = importText("csv", {
      "a.csv": "question,optionA,optionB,answer\nWhich?,one,two,six\nWhat?,red,blue,green\n",
    }).items;
    expect(item?.notes).toContain("the key is none of the options; it was added to them as the right one");
  });

  it("names a note that belongs to no option, and what only other kinds have", () => {
    const rows = "question,correct_answer,incorrect_answer_1,option_1_feedback,unit\nWhich?,one,two,No.,kg\n";
    expect(only(importText("csv", { "a.csv": rows })).notes).toEqual(
      expect.arrayContaining(['not kept: note "No."', 'not kept: unit "kg"']),
    );
  });

  it("reads quotes that are escaped by a backslash, where a file has such", () => {
    const rows =
      'question,a,b,key\n"He said \\"no\\", and?","\\"x\\"","C:\\\\",B\n"Which, then?",one,"two \\"2\\"",A\n';
    const items = importText("csv", { "a.csv": rows }).items as ImportedQuestion[];
    expect(items.map(({ draft }) => draft.stem)).toEqual(['He said "no", and?', "Which, then?"]);
    expect(items.map(keysOf)).toEqual([
      ['-"x"', "+C:\\\\"],
      ["+one", '-two "2"'],
    ]);
    const plain = 'question,a,b,key\nWhich?,"C:\\","two ""2""",B\n';
    expect(keysOf(only(importText("csv", { "a.csv": plain })))).toEqual(["-C:\\", '+two "2"']);
  });

  it("says of a tag that would come back as two that it does", () => {
    const draft = {
      ...only(importText("csv", { "a.csv": "question,a,b,key\nWhich?,one,two,A\n" })).draft,
      tags: ["x;y", "z"],
    };
    const report = findFormat("csv")?.exporter?.({ exam, drafts: [draft] });
    expect(report?.items).toEqual([
      { id: draft.id, status: "noted", notes: ['the tag "x;y" holds a semicolon, which separates tags in a table'] },
    ]);
  });

  it("compares two columns of keys", () => {
    const rows = (answer: string) => `question,a,b,c,answer,correct\nWhich?,one,two,three,${answer},two\n`;
    expect(lettersOf(importText("csv", { "a.csv": rows("B") }))).toEqual(["-x-"]);
    expect(lettersOf(importText("csv", { "a.csv": rows("A") }))).toEqual([
      'the key is "two" in one column and "A" in another: which is right?',
    ]);
    expect(only(importText("csv", { "a.csv": rows("see below") })).notes).toContain('not kept: answer "see below"');
  });

  it("reads decimal commas, and refuses a tolerance that is not a number", () => {
    const rows = "question;answer;tolerance\nPi?;3,14;0,01\nE?;2.7;5 %\n";
    const report = importText("csv", { "a.csv": rows });
    const [pi] = report.items as ImportedQuestion[];
    expect(pi?.draft.numeric).toEqual({ value: 3.14, tolerance: 0.01, unit: null });
    expect(pi?.notes).toContain('"3,14" was read as 3.14');
    expect(reasons(report)).toEqual(["ok", 'the tolerance "5 %" is no number']);
  });

  it("finds the separator after blank lines and beside quoted names, and passes over empty cells at the end", () => {
    const rows = '\n\n"Question, in full";"A, B or C";A;B;key\nWhich?;x;one;two;B;;\n';
    expect(keysOf(only(importText("csv", { "a.csv": rows })))).toEqual(["-one", "+two"]);
  });

  it("finds the question's column by a word in its name", () => {
    const item = only(
      importText("csv", {
        "a.csv": "Quiz title,HTML of the question,Answer,Options (with |)\nQ,<p>Which?</p>,A,one|two\n",
      }),
    );
    expect(item.draft.stem).toBe("Which?");
    expect(item.notes).toContain('not kept: Quiz title "Q"');
  });
});

describe("moodle-xml", () => {
  it("keeps tags that are in no list of tags, and does not call them lost", () => {
    const xml =
      '<quiz><question type="shortanswer"><tag><text>Wood</text></tag><questiontext><text>It grows on</text></questiontext><answer fraction="100"><text>trees</text></answer></question></quiz>';
    const item = only(importText("moodle-xml", { "a.xml": xml }));
    expect(item.draft.tags).toEqual(["Wood"]);
    expect(item.notes).not.toContain("not kept: tag Wood");
  });

  const quiz = (type: string, inner: string) =>
    importText("moodle-xml", {
      "a.xml": `<quiz><question type="${type}"><questiontext format="html"><text>Which?</text></questiontext>${inner}</question></quiz>`,
    });

  it("reads numbers and tolerances with a decimal comma, and says which answer had the feedback", () => {
    const item = only(
      quiz(
        "numerical",
        '<answer fraction="100"><text>9,81</text><tolerance>0,01</tolerance></answer><answer fraction="0"><text>*</text><feedback><text>No.</text></feedback></answer>',
      ),
    );
    expect(item.draft.numeric).toEqual({ value: 9.81, tolerance: 0.01, unit: null });
    expect(item.notes).toEqual(
      expect.arrayContaining(["not kept: feedback on the answer *: No.", '"9,81" was read as 9.81']),
    );
  });

  it("refuses a tolerance that is not a number", () => {
    expect(
      reasons(quiz("numerical", '<answer fraction="100"><text>5</text><tolerance>5 %</tolerance></answer>')),
    ).toEqual(['the tolerance "5 %" is no number']);
  });

  it("sends a match with an image out as one that can be dragged, and takes it back", () => {
    const draft = {
      ...only(quiz("shortanswer", '<answer fraction="100"><text>x</text></answer>')).draft,
      kind: "matching" as const,
      accepted: [],
      cloze: "",
      columns: ["Word", "Sign"] as const,
      pairs: [
        ["stop", "![a red sign](images/stop.png)"],
        ["go", "green"],
      ] as const,
    };
    const out = findFormat("moodle-xml")?.exporter?.({
      exam,
      drafts: [draft],
      readAsset: () => new Uint8Array([1, 2]),
    });
    expect(out?.items[0]?.notes).toEqual(["a match shows an image: it is exported as ddmatch, which Moodle drags"]);
    const back = only(findFormat("moodle-xml")?.importer?.({ exam, files: out?.files ?? [] }) as ImportReport);
    expect(back.draft.pairs.map((pair) => pair.join())).toEqual([
      expect.stringMatching(/^stop,!\[a red sign\]\(images\/[\w-]+\.png\)$/),
      "go,green",
    ]);
    expect(back.assets.map(({ bytes }) => [...bytes])).toEqual([[1, 2]]);
  });

  it("finds a file in its folder, and by an address with a time", () => {
    const file = (name: string, path: string) =>
      `<file name="${name}" path="${path}" encoding="base64">iVBORw0KGgo=</file>`;
    const image = (address: string) => `&lt;img alt="x" src="@@PLUGINFILE@@/${address}"&gt;`;
    const item = only(
      quiz(
        "multichoice",
        `<answer fraction="100"><text>${image("sub/dir/x%201.png")}</text>${file("x 1.png", "/sub/dir/")}</answer><answer><text>${image("y.png?time=17")}</text>${file("y.png", "/")}</answer>`,
      ),
    );
    expect(keysOf(item)).toEqual([
      expect.stringMatching(/^\+!\[x\]\(images\/x-1-/),
      expect.stringMatching(/^-!\[x\]\(images\/y-/),
    ]);
  });

  it("refuses steps that are in another order than their fractions state", () => {
    const step = (place: string, text: string) => `<answer fraction="${place}"><text>${text}</text></answer>`;
    expect(reasons(quiz("ordering", step("2", "b") + step("1", "a") + step("3", "c")))).toEqual([
      "the steps stand in another order (2, 1, 3) than their fractions state: put them into the right one",
    ]);
    expect(only(quiz("ordering", step("1.0", "a") + step("2.0", "b"))).draft.steps).toEqual(["a", "b"]);
    expect(only(quiz("ordering", step("1", "a") + step("1", "b"))).draft.steps).toEqual(["a", "b"]);
  });

  it("names the feedback on a step", () => {
    const steps =
      "<answer><text>a</text><feedback><text>Of course.</text></feedback></answer><answer><text>b</text></answer>";
    expect(only(quiz("ordering", steps)).notes).toContain('not kept: feedback on the step "a": Of course.');
  });
});

describe("aiken", () => {
  it("says which line it joined to an option, because its letter is not the next", () => {
    const item = only(importText("aiken", { "a.txt": "Which?\nA. one\nB. two\nD. four\nANSWER: B\n" }));
    expect(keysOf(item)).toEqual(["-one", "+two\nD. four"]);
    expect(item.notes).toContain('"D. four" is not option C; it was joined to option B');
  });

  const question = (stem: string) => `${stem}\nA) one\nB) two\nANSWER: B\n\n`;
  const stemsOf = (text: string) =>
    (importText("aiken", { "a.txt": text }).items as ImportedQuestion[]).map(({ draft }) => draft.stem);

  it("removes numbers that run through the file, and no others", () => {
    expect(stemsOf(question("1. Which?") + question("2. What?"))).toEqual(["Which?", "What?"]);
    expect(stemsOf(question("1. FC Köln plays where?") + question("What?"))[0]).toContain("1");
  });

  it("keeps what is under the key as its explanation, not as the next question's", () => {
    const text =
      "Which?\nA. one\nB. two\nANSWER: B\nFeedback: Two *is*\nenough.\nReference: https://example.org/two\n\nWhat?\nA) red\nB) blue\nanswer: a\n\nExplanation: It glows.\n\nRationale: Bright.\nNow?\nA. x\nB. y\nANSWER: A\n";
    const items = importText("aiken", { "a.txt": text }).items as ImportedQuestion[];
    expect(items.map(({ draft }) => [draft.stem, draft.explanation])).toEqual([
      ["Which?", "Two \\*is\\*\\\nenough."],
      ["What?", "It glows.\n\nBright."],
      ["Now?", "The source gives no explanation."],
    ]);
    expect(items[0]?.draft.references).toEqual([{ title: "https://example.org/two", url: "https://example.org/two" }]);
  });

  it("removes a headword before a question", () => {
    expect(stemsOf(question("Q: Which?") + question("Question 7. What?"))).toEqual(["Which?", "What?"]);
  });
});

describe("gift", () => {
  it("reads ~= as the right one of a list", () => {
    expect(keysOf(only(importText("gift", { "a.gift": "It is {~one~=two} of them.\n" })))).toEqual(["-one", "+two"]);
  });

  it.each([
    ["{# = 3.14 : 0.01 }", 3.14, 0.01],
    ["{#6.02E23:1e21}", 6.02e23, 1e21],
    ["{#\n  = %100% 1e-3 : 2.5E-4 # Right: 1e5.\n ~ #No.\n}", 0.001, 0.00025],
    ["{# -5 .. -1 }", -3, 2],
  ])("reads the number of %j", (answers, value, tolerance) => {
    const { draft } = only(importText("gift", { "a.gift": `How much? ${answers}\n` }));
    expect(draft.numeric).toEqual({ value, tolerance, unit: null });
    expect(draft.explanation).not.toContain("100000");
  });

  it("says that of several options marked with = one was enough", () => {
    const item = only(importText("gift", { "a.gift": "Which?{=one =two ~three}\n" }));
    expect(keysOf(item)).toEqual(["+one", "+two", "-three"]);
    expect(item.notes).toContain(
      "several options are marked with =, any of which was enough; here all are to be chosen",
    );
    expect(only(importText("gift", { "a.gift": "Which?{~%50%one ~%50%two ~three}\n" })).notes.join()).not.toContain(
      "=",
    );
  });

  it("gives a question of several answers, of which one is right, back as such", () => {
    const text = "// [tag:kind:multiple]\nWhich?{~%100%one ~%-100%two}\n";
    expect(only(importText("gift", { "a.gift": text })).draft.kind).toBe("multiple");
  });

  it("says of a text with embedded answers what it is", () => {
    expect(reasons(importText("gift", { "a.gift": "It is {1:MC:~one~=two} or {2:SA:=six}.\n" }))).toEqual([
      expect.stringContaining("Cloze"),
    ]);
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

  it("are told from a backslash that ends a paragraph", () => {
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

describe("qti", () => {
  const choice = (body: string, more = "") =>
    `<?xml version="1.0"?>${more}<assessmentItem identifier="i" title=""><responseDeclaration identifier="R" baseType="identifier" cardinality="single"><correctResponse><value>a</value></correctResponse></responseDeclaration><itemBody>${body}<choiceInteraction responseIdentifier="R" maxChoices="1"><prompt>Which?</prompt><simpleChoice identifier="a">One</simpleChoice><simpleChoice identifier="b">Two</simpleChoice></choiceInteraction></itemBody>`;
  const end = "</assessmentItem>";
  const item = (files: Readonly<Record<string, string>>) => only(importText("qti", files));

  it("finds what a manifest names by an encoded address, and reports a package within the package", () => {
    const manifest =
      '<manifest><resources><resource identifier="r" type="imsqti_item_xmlv2p1" href="./items/a%20b.xml"/></resources></manifest>';
    const bytes = (text: string) => new TextEncoder().encode(text);
    const inner = { "imsmanifest.xml": bytes(manifest), "items/a b.xml": bytes(choice("") + end) };
    const files = [{ path: "all.zip", bytes: zipSync({ ...inner, "more.zip": zipSync(inner) }) }];
    const report = findFormat("qti")?.importer?.({ files, exam });
    expect(report && reasons(report)).toEqual(["ok"]);
    expect(report?.notices.join()).toContain("more.zip is a package within the package");
  });

  it("reads a bare document type, and none with declarations", () => {
    expect(item({ "a.xml": choice("", "<!DOCTYPE assessmentItem>") + end }).draft.stem).toBe("Which?");
    const entity = choice("", '<!DOCTYPE assessmentItem [<!ENTITY a "b">]>') + end;
    expect(reasons(importText("qti", { "a.xml": entity }))[0]).toMatch(/^line 1: .*entit/);
  });

  it("shows a picture that is an object", () => {
    const body = '<p>See <object data="sign.png" type="image/png">a sign</object></p>';
    expect(item({ "a.xml": choice(body) + end, "sign.png": "png" }).draft.stem).toMatch(
      /^See !\[a sign\]\(images\/sign-\w+\.png\)\n\nWhich\?$/,
    );
  });

  it("writes MathML as a formula", () => {
    const math =
      "<math><mrow><msup><mi>x</mi><mn>2</mn></msup><mo>=</mo><mfrac><mn>1</mn><msqrt><mi>y</mi></msqrt></mfrac></mrow></math>";
    expect(item({ "a.xml": choice(`<p>With ${math}:</p>`) + end }).draft.stem).toBe(
      "With $x^{2}=\\frac{1}{\\sqrt{y}}$:\n\nWhich?",
    );
  });

  it("puts the passage that an item stands on before it", () => {
    const passage =
      '<qti-assessment-stimulus identifier="s" title="T"><qti-stimulus-body><p>Once.</p></qti-stimulus-body></qti-assessment-stimulus>';
    const reference = '<assessmentStimulusRef identifier="s" href="../passages/s.xml"/>';
    const report = importText("qti", { "items/a.xml": choice("") + reference + end, "passages/s.xml": passage });
    expect(only(report).draft.stem).toBe("Once.\n\nWhich?");
    expect(report.notices).toEqual([]);
  });

  it("gives each option the feedback that is named after it", () => {
    const feedback = (id: string, text: string) =>
      `<modalFeedback outcomeIdentifier="F" showHide="show" identifier="${id}">${text}</modalFeedback>`;
    const { draft } = item({
      "a.xml": choice("") + feedback("a", "Yes.") + feedback("b", "No.") + feedback("z", "So.") + end,
    });
    expect(draft.options.map(({ note }) => note)).toEqual(["Yes.", "No."]);
    expect(draft.explanation).toBe("So.");
  });

  it("says when an item grades in a way of its own", () => {
    const graded =
      '<responseProcessing><responseCondition><responseIf><gte><variable identifier="R"/></gte></responseIf></responseCondition></responseProcessing>';
    expect(item({ "a.xml": choice("") + graded + end }).notes).toContain(
      "not kept: how the item grades (gte); an answer is correct when it is the stated one",
    );
  });

  const mapped = (cardinality: string, stated: string, points: string, interaction: string, type = "identifier") =>
    `<assessmentItem identifier="i" title=""><responseDeclaration identifier="R" baseType="${type}" cardinality="${cardinality}">${stated}<mapping>${[
      ...points.matchAll(/(\S+)=(\S+)/g),
    ]
      .map(([, key, value]) => `<mapEntry mapKey="${key}" mappedValue="${value}"/>`)
      .join("")}</mapping></responseDeclaration><itemBody>${interaction}</itemBody></assessmentItem>`;
  const pick =
    '<p>Which?</p><choiceInteraction responseIdentifier="R" maxChoices="1"><simpleChoice identifier="a">One</simpleChoice><simpleChoice identifier="b">Two</simpleChoice><simpleChoice identifier="c">Three</simpleChoice></choiceInteraction>';
  const gap = '<p>Pi? <textEntryInteraction responseIdentifier="R"/></p>';

  it("takes what a mapping gives most points for, where one is to be answered", () => {
    const one = item({ "a.xml": mapped("single", "", "a=0.5 b=1", pick) });
    expect(one.draft.kind).toBe("single");
    expect(keysOf(one)).toEqual(["-One", "+Two", "-Three"]);
    expect(one.notes).toContain("not kept: points a 0.5");
    expect(keysOf(item({ "a.xml": mapped("multiple", "", "a=0.5 b=1", pick) }))).toEqual(["-One", "+Two", "-Three"]);
    const several = mapped("multiple", "", "a=0.5 b=1 c=-1", pick.replace('maxChoices="1"', 'maxChoices="0"'));
    expect(keysOf(item({ "a.xml": several }))).toEqual(["+One", "+Two", "-Three"]);
    const number = item({ "a.xml": mapped("single", "", "3.1=0.5 3.14=1", gap, "float") });
    expect(number.draft.numeric?.value).toBe(3.14);
    expect(number.notes).toContain("not kept: points 3.1 0.5");
  });

  it("refuses two answers that are worth as much, where one is to be given", () => {
    expect(reasons(importText("qti", { "a.xml": mapped("single", "", "a=1 b=1", pick) }))).toEqual([
      "a, b are each worth most points, and one is to be chosen: which is right?",
    ]);
  });

  it("names what a mapping gives points for beside the stated key", () => {
    const stated = "<correctResponse><value>a</value></correctResponse>";
    const both = item({ "a.xml": mapped("single", stated, "a=1 b=1 c=0", pick) });
    expect(keysOf(both)).toEqual(["+One", "-Two", "-Three"]);
    expect(both.notes).toContain("not kept: points b 1, which is not the stated key");
  });

  it("keeps what is to be read by who answers, and names what is for others", () => {
    const rubrics =
      '<rubricBlock view="candidate tutor"><p>Read <b>this</b>.</p></rubricBlock><rubricBlock view="scorer"><p>Be kind.</p></rubricBlock>';
    const { draft, notes } = item({ "a.xml": choice(rubrics) + end });
    expect(draft.stem).toBe("Read **this**.\n\nWhich?");
    expect(notes.filter((note) => note.includes("rubric"))).toEqual(['not kept: rubric "Be kind."']);
  });

  it("keeps the prompt of a gap", () => {
    const gap =
      '<assessmentItem identifier="i" title=""><responseDeclaration identifier="R" baseType="string" cardinality="single"><correctResponse><value>tree</value></correctResponse></responseDeclaration><itemBody><textEntryInteraction responseIdentifier="R"><prompt>What grows?</prompt></textEntryInteraction></itemBody></assessmentItem>';
    expect(item({ "a.xml": gap }).draft.stem).toBe("What grows?");
  });
});
