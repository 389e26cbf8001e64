import { questionKinds } from "#lib/exam/question";
import { capabilities } from "./capabilities.ts";
import { paddedTable } from "./padded-table.ts";
import { formats, formatsBothWays } from "./registry.ts";

const head = `# Formats

Questions come in from the formats of this page and go out to most of them:

    npm run content -- import <format> <path> --exam <slug> [--out content] [--overwrite]
    npm run content -- export <format> <exam> --out <path>

An import reports every item that it found: converted, converted with a note, or refused with its place and the reason;
the three numbers add up to the number found. Nothing is dropped in silence and nothing is made up: what a source holds
beyond our format is mapped or named in a note, and where it gives no explanation the file says so.

`;

const columnTable = paddedTable([
  ["column", "holds"],
  [
    "`id`, `domain`, `difficulty`, `origin`, `checked`, `dispute`, `case`, `shuffle`, `select`",
    "as in the front matter of a question",
  ],
  ["`kind`", `${questionKinds.map((kind) => `\`${kind}\``).join(", ")}; inferred when absent`],
  ["`tags`", "separated by semicolons or, without any, by commas"],
  ["`stem`", "the question; also `question`, `text`, `prompt`"],
  [
    "`option 1` … `option 26`",
    "the options, or the steps in their right order; also `A`, `option A`, `choice1`, `answer_a`",
  ],
  ["`note 1` …", "what explains each option"],
  [
    "`correct`",
    "letters (`B, E`), numbers (`2`), a column (`option_b`) or a text; also `answer`, `correct answer`, `key`",
  ],
  ["`left 1`, `right 1` …", "the pairs of a matching question; `columns` holds their titles, with a bar between"],
  ["`answer`", "the number, or the accepted texts with bars between them (a bar within one has a backslash before it)"],
  ["`tolerance`, `unit`", "of a number"],
  ["`cloze`", "the text of a question of this kind, each blank as `[[right option \\| wrong option]]`"],
  ["`explanation`", "why; also `rationale`, `feedback`"],
  ["`references`", "links, one a line"],
]);

const tail = `
The export to QTI 1.2 is what Canvas reads. Canvas shows matches as plain text, and has no steps in order there; other
programs read both.

GIFT has neither units, titles of columns nor a setting for the order of options: they travel as tags, such as
\`shuffle:false\`. The same is true of everything that only we know (difficulty, origin, day of review) in GIFT, Moodle
XML, both QTI and Anki. References to options (\`{B}\`) are written out as the option's text where options are shuffled, and
as its letter where they are not; steps and matches have no letters and go out as their text. An import turns both back.
The text of a case goes along before each question that stands on it, with a rule after it; on paper it is printed once. An
import takes it off again where the exam has a case of that name, and else leaves it in the question. Aiken has no room for it.

## What becomes of what

- **Domain**: a category, deck, folder or section that equals an exam's domain (its id or its title) is that domain.
  Any other becomes a tag, with a note; the question is then filed under the exam's first domain until you move it.
- **Id**: the source's own, when it is one of ours (lower-case words joined by hyphens), else made of the first words of
  the question. A number is added when an exam has it already.
- **Letters**: "Option B" in an explanation becomes \`{B}\`, because options are shuffled, and "the first option" becomes
  "option \`{A}\`". A letter beyond the options becomes code. Where it is not certain what a letter of a sentence names, all
  its letters stay, with a note, and the options keep the order of the file until you write \`{A}\` or \`\\A\`. When a
  question or an option itself names options by letter, the written order is kept. Letters of statements in the question
  ("A. …", "B. …") stay as they are, there and in options such as "A and C".
- **References** are links. What a source says beside one, or instead of it, goes to the explanation or is named in a note;
  words before a bare address are its title.
- **Line ends** of plain text are kept, as Moodle and Anki show them.
- **Passages** of a QTI package come before the question that stands on them. MathML becomes LaTeX where it can.
- **Links** into the source (\`../notes.md\`, \`#top\`) become their words, with a note.
- **Proofreading**: each file is read back before it is written. An item that would make a file with an error, or one
  that reads as another question, is refused.
- **Images** are copied to \`images/\` beside the questions. One that is missing or lies outside the import leaves words
  in its place, one on another server becomes a link; both with a note.
- **Typed blanks** of a text with several (Canvas, Blackboard) become lists: each offers the answers of all blanks, with a
  note. One blank is an accepted text.
- **Cartridges** hold a quiz in two forms, and again in a bank; each question is read once, with a notice.
- **Weights, penalties, partial credit, hints, titles** have no place in our format and are named in the note.
- **HTML** becomes Markdown; an element that Markdown cannot say becomes its text, with a note. What plain text, code or
  an entity says of a tag is kept as text, as is an option that is nothing but a tag, or a tag without its end.
- **Dollars** in Markdown that make no formula on a Git host ("from $5 to $6", \`$HOME\`) get a backslash.
- **Keys** are never guessed: two columns or lines that state different ones, steps in two orders, and two answers that are
  worth as much where one is to be given are refused, and so is a key that is the place of one option and the text of
  another, unless it is a template (Kahoot, Quizizz, Udemy) whose keys are places. Of a mapped QTI answer the one with most points is right.

## Importing again

An import of a newer state of a source brings the questions up to date that came in before, wherever their files stand by now. A
question is recognised by what its source calls it or by its id here; without either by its words: the same question
with other answers, or three or more of the same answers to a question in other words.

Each part of a file (a key of the front matter, the question, its options with their key, the explanation, the references)
is compared with what the last import wrote. A part that only the source has changed is written into the file; every other
byte stays. A part that only you have changed stays. A part that both have changed stays too, and is named each time until
you have settled it, or let the source have its way with \`--overwrite\`. The same holds for a key and an explanation that names
options by letter, and for a file of which no import is known. What a source has no longer is named, and left.

What was imported is kept in the exam's folder, in \`.imported.jsonl\`, a line for each question: commit it with the questions.

## CSV

RFC 4180, UTF-8, comma, semicolon, bar or tab; the first row names the columns, in any order. Texts are Markdown.

${columnTable}

Options may also stand in one column \`options\`, with bars, semicolons or line ends between them or as a JSON list; wrong
ones beside the right one in \`incorrect 1\` … or \`incorrect answers\`. Several keys may have columns of their own,
\`correct 1\` …, with a key or with true or false in each. A number or letter is the place of an option when every key
of the file can be one and some can be nothing else; keys and columns that count from 0 are understood when one of the
file is 0. A column with another name is named in the note of each row that fills it. A cell that a spreadsheet would
take for a formula is written with an apostrophe before it, which the import takes off. An export with images is a folder:
the table, and \`images/<id>_<name>\`, to which its texts point.

## JSON

A list of objects, alone or under \`results\`, \`questions\`, \`items\`, \`quiz\` or \`data\`. An object has the question (\`question\`,
\`stem\`, \`text\`, \`prompt\`), its options (\`options\`, \`choices\`, \`answers\`: texts, objects with a text and perhaps
\`correct: true\`, or an object whose keys are letters) and a key (\`correct_answer\`, \`answer\`, \`correct\`, …): the text of
an option, its letter or name, or its number, which counts from 0. Open Trivia's \`incorrect_answers\` stand beside the right
one. Options may have keys of their own (\`A\`, \`option_b\`, \`choice3\`), a question may be an object with its text, and a key an
object that marks names with true. Questions may stand under names of their own, or an object a line (\`.jsonl\`). Without options, the key is a number, an accepted text, or true or false. A key that is a text and a place is refused.

## text2qti

Numbered questions; options \`a)\` of which one has a star, or boxes \`[*]\`; \`=\` before a number, \`*\` before a text. Programs in the
source are not run. Its export holds Markdown as it is, so that text2qti makes a quiz for Canvas of it.

## Anki

Notes come in from a package (\`.apkg\`, \`.colpkg\`) with its images, or as plain text. A package that only new versions of Anki
read is refused: export it again with "Support older Anki versions".

The export to plain text is for the note type Basic, a package brings a note type of its own: the front has the question and its options with letters, the back the key, the
notes and the explanation. The import also reads cards whose front has options as a list or as lines \`A. …\` and whose
back names the key, note types with a field for each option and one that says \`0 1 0 0\`, and plain cards with a short
back or cloze notes with one gap, which becomes an accepted text. Further lines of a back are the explanation. Notes whose
\`#columns:\` name a question, options and a key are read as a table of CSV.

## Limits

An export says when it is more than an import here reads. The collection of an Anki package may take a minute and has at most 100,000 notes. A text file has at most 32 MiB, a package at most 20,000 entries of at most 32 MiB and 256 MiB in all, a question
100,000 characters. Packages with entries that lead out of them, links, encryption or false sizes are refused whole.
XML is read without entities; a document type that declares anything is refused.
`;

/** The text of docs/formats.md. */
export function formatsDocument(): string {
  const list = paddedTable([
    ["format", "what it is", "import", "export"],
    ...formats.map(({ name, title, importer, exporter }) => [
      `\`${name}\``,
      title,
      importer ? "yes" : "",
      exporter ? "yes" : "",
    ]),
  ]);
  const both = formatsBothWays;
  const few = formats.flatMap(({ title, holdsOnly }) =>
    holdsOnly === undefined ? [] : [`${title} holds only ${holdsOnly}; its export says what of each question it lost.`],
  );
  const held = paddedTable([
    ["what a question has", ...both.map(({ name }) => name)],
    ...capabilities.map(({ title, lostBy }) => [
      title,
      ...both.map(({ name }) => (lostBy.includes(name) ? "no" : "yes")),
    ]),
  ]);
  const promise = "Our questions go to these formats and come back equal wherever the table says yes.";
  return `${head}${list}\n\n## What each can hold\n\n${promise}\n\n${held}\n\n${few.join("\n")}\n${tail}`;
}
