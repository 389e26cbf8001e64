import { describe, expect, it } from "vitest";
import { optionIds } from "#lib/content/build/option-id";
import { applySuggestion, type Submission } from "./apply-suggestion.ts";
import { editableQuestion } from "./editable-question.ts";
import { fieldText } from "./field-lines.ts";

const file = "sample/which.md";
const source = `---
domain: one # kept
case: harbour
---
<!-- ask Ada whether this is still so -->
Which river is the longest?

- [ ] The Rhine
  > 1,230 km: {C} is longer.
- [x] The Danube
- [ ] The Elbe

## Explanation

B is the longest of the three; {A} is shorter.
It ends in the Black Sea.  

## References

- [Rivers](https://example.org/rivers)
`;
const texts = ["The Rhine", "The Danube", "The Elbe"];
const ids = optionIds(texts);
/** As one learner sees them: the Danube is A, the Elbe is B, the Rhine is C. */
const order = [1, 2, 0].map((i) => ids[i] as string);

function suggest(submission: Partial<Submission>, raw = source): string {
  const result = applySuggestion(file, raw, order, { texts: {}, correct: ["1"], removed: [], ...submission });
  if (!result.ok) throw new Error(result.error);
  return result.value.raw;
}

describe("editableQuestion", () => {
  const question = editableQuestion(file, source, order);
  it("shows letters as the learner has them, and no comment of the author", () => {
    expect(question?.letters.order).toEqual([1, 2, 0]);
    expect(question && fieldText(question.stem)).toBe("Which river is the longest?");
    expect(question && fieldText(question.explanation)).toBe(
      "{A} is the longest of the three; {C} is shorter.\nIt ends in the Black Sea.  ",
    );
    expect(question?.entries[0]?.note && fieldText(question.entries[0].note)).toBe("1,230 km: {B} is longer.");
  });

  it("shows the order of the file where a letter cannot be rewritten", () => {
    const text = source.replace("B is the longest of the three;", "Options A to\nB are long;");
    expect(editableQuestion(file, text, order)?.letters.order).toEqual([0, 1, 2]);
  });
});

describe("applySuggestion", () => {
  it("writes the learner's letters as those of the file, in braces or not", () => {
    const explanation = "{A} is the longest; C is wrong.\nIt ends in the Black Sea.  ";
    expect(suggest({ texts: { explanation } })).toBe(
      source.replace("B is the longest of the three; {A} is shorter.", "{B} is the longest; {A} is wrong."),
    );
  });

  it("keeps the words of every sentence that nobody touched, with the letters of the file", () => {
    const raw = source.replace(
      "B is the longest of the three; {A} is shorter.",
      "Option B is the longest. The first option is shorter (option A)! It is so. Not option C, though.",
    );
    const shown = editableQuestion(file, raw, order);
    const before = shown ? fieldText(shown.explanation) : "";
    expect(before.split("\n")[0]).toBe(
      "Option {A} is the longest. {C} is shorter (option {C})! It is so. Not option {B}, though.",
    );
    const edit = (from: string, to: string) => suggest({ texts: { explanation: before.replace(from, to) } }, raw);
    expect(edit("It is so.", "It is so, says option A.")).toBe(raw.replace("It is so.", "It is so, says option {B}."));
    expect(edit("It is so. ", "")).toBe(raw.replace("It is so. ", ""));
    expect(edit("It is so. ", "It is so.\n"), "on a line of its own").toBe(raw.replace("It is so. ", "It is so.\n"));
    expect(edit("is the longest", "is longest")).toBe(
      raw.replace("Option B is the longest.", "Option {B} is longest."),
    );
  });

  it("writes braces in a sentence that nobody touched, if what was changed said what its letters name", () => {
    const raw = source
      .replace("  > 1,230 km: {C} is longer.\n", "")
      .replace("B is the longest of the three; {A} is shorter.", "Options A and C are short. Then B comes.");
    const shown = editableQuestion(file, raw, order);
    const before = shown ? fieldText(shown.explanation) : "";
    expect(before.split("\n")[0]).toBe("Options {C} and {B} are short. Then {A} comes.");
    const explanation = before.replace("Options {C} and {B} are short.", "So it is.");
    const expected = raw.replace("Options A and C are short. Then B comes.", "So it is. Then {B} comes.");
    expect(suggest({ texts: { explanation } }, raw)).toBe(expected);
  });

  it.each<[string, Partial<Submission>, string, string]>([
    ["a text", { texts: { "option-0": "The Rhône" } }, "- [ ] The Rhine", "- [ ] The Rhône"],
    ["a key", { correct: ["2"] }, "- [x] The Danube\n- [ ] The Elbe", "- [ ] The Danube\n- [x] The Elbe"],
    ["a second line", { texts: { "option-1": "The Danube\nto the sea" } }, "Danube\n", "Danube\n  to the sea\n"],
    ["a new note", { texts: { "note-1": "So it is.\n\nYes." } }, "Danube\n", "Danube\n  > So it is.\n  >\n  > Yes.\n"],
    ["no note", { texts: { "note-0": "" } }, "  > 1,230 km: {C} is longer.\n", ""],
    [
      "a new option",
      { texts: { "option-new": "The Po", "note-new": "Short." } },
      "Elbe\n",
      "Elbe\n- [ ] The Po\n  > Short.\n",
    ],
    [
      "a reference",
      { texts: { references: "- [R](https://example.org/r)" } },
      "[Rivers](https://example.org/rivers)",
      "[R](https://example.org/r)",
    ],
  ])("changes %s and nothing else", (_, submission, from, to) => {
    expect(suggest(submission)).toBe(source.replace(from, to));
  });

  it("removes an option with its note, and renames the letters of those behind it in lines that nobody touched", () => {
    const raw = source.replace(
      "B is the longest of the three; {A} is shorter.",
      "{B} is the longest. So is the last option not.",
    );
    expect(suggest({ removed: ["0"] }, raw)).toBe(
      raw
        .replace("- [ ] The Rhine\n  > 1,230 km: {C} is longer.\n", "")
        .replace("{B} is the longest. So is the last option not.", "{A} is the longest. So is {B} not."),
    );
    const loose = source.replace("is longer.\n- [x]", "is longer.\n\n- [x]").replace("Danube\n-", "Danube\n\n-");
    const explained = loose.replace("B is the longest of the three; {A} is shorter.", "{B} is the longest.");
    expect(suggest({ removed: ["0"] }, explained)).toBe(
      explained.replace("- [ ] The Rhine\n  > 1,230 km: {C} is longer.\n\n", "").replace("{B} is the", "{A} is the"),
    );
  });

  it("keeps an option that the text names, or may name, and says where", () => {
    const problemOf = (submission: Partial<Submission>, raw = source) => {
      const result = applySuggestion(file, raw, order, { texts: {}, correct: ["1"], removed: [], ...submission });
      return result.ok ? result.value.problems.map(({ message }) => message) : result.error;
    };
    expect(problemOf({ removed: ["0"] })).toEqual([
      "the text names option C, which would be removed (line 15 of the file)",
    ]);
    const explanation = "{A} is the longest.";
    expect(problemOf({ removed: ["0"], texts: { explanation } })).toEqual([]);
    const unsure = source.replace("{A} is shorter", "the other two, from the top, are shorter; the second is best");
    expect(problemOf({ removed: ["2"] }, unsure)).toContain(
      '"the second" may name an option, and another one once options are removed (line 15 of the file)',
    );
  });

  it("adds a section of references where there is none", () => {
    const bare = source.replace(/\n## References[\s\S]*/, "");
    const references = "- [R](https://example.org/r)";
    expect(suggest({ texts: { references } }, bare)).toBe(`${bare}\n## References\n\n${references}\n`);
  });

  it("says with the words of the checker what would be wrong, and not what was wrong before", () => {
    const problemsOf = (submission: Partial<Submission>) => {
      const result = applySuggestion(file, source, order, { texts: {}, correct: ["1"], removed: [], ...submission });
      return result.ok ? result.value.problems.map(({ rule }) => rule) : result.error;
    };
    expect(problemsOf({ correct: [] })).toContain("no-key");
    expect(problemsOf({ texts: { stem: "Which? ![](new.png)" } })).toContain("missing-image");
    expect(problemsOf({ texts: { explanation: "zo bri C vaxjup gno." } })).toContain("letter-unclear");
    expect(problemsOf({ texts: { stem: "Which river is longest?" } })).toEqual([]);
    expect(problemsOf({})).toBe("nothing-changed");
  });

  it("edits an answer, the steps of an order and a table", () => {
    const number = '---\ndomain: d\nanswer: 3.10\nunit: "m"\n---\nHow far?\n\n## Explanation\n\nSo far.\n';
    const edit = (raw: string, fields: Submission["texts"]) => suggest({ texts: fields, correct: [] }, raw);
    expect(edit(number, { "front-answer": "3.20" })).toBe(number.replace("3.10", "3.20"));
    const steps = "---\ndomain: d\n---\nSort.\n\n1. One\n2. Two\n\n## Explanation\n\nSo.\n";
    expect(edit(steps, { "option-1": "Three" })).toBe(steps.replace("Two", "Three"));
    const table = "---\ndomain: d\n---\nMatch.\n\n| a | b |\n| - | - |\n| `x\\|y` | *z*  |\n\n## Explanation\n\nSo.\n";
    expect(edit(table, { "pair-0-1": "w" })).toBe(table.replace("*z*", "w"));
  });
});
