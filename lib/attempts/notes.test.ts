import { expect, it } from "vitest";
import { english } from "../../tests/support/in-english.ts";
import { foldNotes, type ListedNote, type NoteEntry, notesMarkdown, searchNotes } from "./notes.ts";

const at = (minutes: number) => new Date(Date.UTC(2026, 10, 22, 12, minutes));
const entry = (more: Partial<NoteEntry>): NoteEntry => ({
  questionId: "q1",
  item: "a/1",
  field: "note",
  version: 1,
  clientId: "one",
  value: '"first"',
  madeAt: at(0),
  ...more,
});

it("keeps of each question the note and the flag that were changed last, in whatever attempt", () => {
  const entries = [
    entry({}),
    entry({ version: 2, value: '"second"', madeAt: at(1) }),
    entry({ item: "b/7", value: '"later, in another attempt"', madeAt: at(5) }),
    entry({ field: "flag", value: "true", madeAt: at(2) }),
    entry({ questionId: "q2", item: "a/2", field: "flag", value: "true" }),
    entry({ questionId: "q2", item: "a/2", field: "flag", version: 2, value: "false", madeAt: at(3) }),
    entry({ questionId: "q3", item: "a/3", value: '"  "', madeAt: at(9) }),
  ];
  expect(foldNotes(entries)).toEqual([
    { questionId: "q1", note: "later, in another attempt", item: "b/7", isFlagged: true, madeAt: at(5) },
  ]);
});

const listed = (more: Partial<ListedNote>): ListedNote => ({
  questionId: "q1",
  examTitle: "Sample exam",
  examLanguage: null,
  stem: "What does `x_1 < 2` mean?",
  note: "Look it *up*.\n\nTwice.",
  item: "a/1",
  letters: [],
  isFlagged: true,
  madeAt: at(0),
  path: "/exams/sample/questions/x",
  ...more,
});

it("finds a note by words of its text, its question and its exam", () => {
  const notes = [listed({}), listed({ questionId: "q2", stem: "Which tree is tallest?", note: "" })];
  expect(searchNotes(notes, "TREE sample").map(({ questionId }) => questionId)).toEqual(["q2"]);
  expect(searchNotes(notes, "look twice")).toHaveLength(1);
  expect(searchNotes(notes, "nothing of this")).toEqual([]);
  expect(searchNotes(notes, " ")).toHaveLength(2);
});

it("writes Markdown in which a question is text and a note is as it was written", () => {
  expect(notesMarkdown(english, [listed({})], "https://example.org")).toBe(
    [
      "# Notes and flagged questions",
      "",
      "## Sample exam",
      "",
      "### What does \\`x\\_1 \\< 2\\` mean?",
      "",
      "[Open this question](https://example.org/exams/sample/questions/x) · November 22, 2026 · flagged",
      "",
      "Look it *up*.",
      "",
      "Twice.",
      "",
    ].join("\n"),
  );
});
