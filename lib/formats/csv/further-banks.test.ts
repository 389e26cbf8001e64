import { describe, expect, it } from "vitest";
import { exam, importText, keysOf, only, reasons } from "../../../tests/support/import-text.ts";
import { findFormat } from "../registry.ts";
import type { ImportedQuestion, ImportReport } from "../report.ts";

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
    expect(item.notes).toContain("the letters or numbers before the options in the source were removed");
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
    expect(item?.notes).toContain("the key is not one of the options; it was added as the correct one");
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
