import { questionKinds } from "#lib/exam/question";
import { capabilities } from "./capabilities.ts";
import { paddedTable } from "./padded-table.ts";
import { formats, formatsBothWays } from "./registry.ts";

const head = `# Formats

Questions can be imported from the formats on this page and exported to most of them:

    npm run content -- import <format> <path> --exam <slug> [--out content] [--overwrite]
    npm run content -- export <format> <exam> --out <path>

An import reports every item it found: converted, converted with a note, or refused, with its place and the reason.
The three numbers add up to the number of items found. Nothing is dropped silently and nothing is made up. If a source holds
something that our format can't, it is mapped or named in a note. If it has no explanation, the file says so.

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
    "the options, or the steps in the correct order; also `A`, `option A`, `choice1`, `answer_a`",
  ],
  ["`note 1` …", "the note that explains each option"],
  [
    "`correct`",
    "letters (`B, E`), numbers (`2`), a column (`option_b`) or a text; also `answer`, `correct answer`, `key`",
  ],
  ["`left 1`, `right 1` …", "the pairs of a matching question; `columns` holds their titles, separated by a bar"],
  ["`answer`", "the number, or the accepted texts separated by bars (a bar within a text has a backslash before it)"],
  ["`tolerance`, `unit`", "of a number"],
  ["`cloze`", "the text of a question of this kind, each blank as `[[correct option \\| incorrect option]]`"],
  ["`explanation`", "why; also `rationale`, `feedback`"],
  ["`references`", "links, one per line"],
]);

const tail = `
Canvas reads the export to QTI 1.2. It shows matches as plain text and has no ordering questions in that format; other
programs read both.

GIFT has no units, column titles or setting for the order of options, so they are written as tags, such as
\`shuffle:false\`. The same goes for everything that only we have (difficulty, origin, day of review) in GIFT, Moodle
XML, both versions of QTI and Anki. A text with several blanks goes to GIFT as a matching: \`[[1]]\` stands in the text and names the
blank in the pairs. Several lists of answers in a text, and Moodle's \`{1:MC:=a~b}\`, are read as blanks. A reference to an option (\`{B}\`) is written as the option's text if options are shuffled, and
as its letter if they are not. Steps and matches have no letters and are written as their text. An import turns both back.
The text of a case is repeated before each question that belongs to it, with a rule after it; on paper it is printed once. An
import removes it again if the exam has a case of that name; otherwise it stays in the question. Aiken has no room for it.

## How things are converted

- **Domain**: a category, deck, folder or section with the name of one of the exam's domains (its id or its title) becomes that domain.
  Any other name becomes a tag, with a note, and the question goes to the exam's first domain until you move it.
- **Id**: the id from the source, if it has our form (lower-case words joined by hyphens); otherwise the first words of
  the question. If the exam already has that id, a number is added.
- **Letters**: "Option B" in an explanation becomes \`{B}\`, because options are shuffled, and "the first option" becomes
  "option \`{A}\`". A letter beyond the options becomes code. If it isn't certain what a letter in a sentence names, all
  letters stay, with a note, and the options keep the order of the file until you write \`{A}\` or \`\\A\`. If a
  question or an option names options by letter, the written order is kept. Letters of statements in the question
  ("A. …", "B. …") stay as they are, there and in options such as "A and C".
- **References** are links. Text beside a link, or instead of one, goes to the explanation or is named in a note.
  Words before a bare address become its title.
- **Line breaks** of plain text are kept, as Moodle and Anki show them.
- **Passages** of a QTI package come before the question they belong to. MathML becomes LaTeX where possible.
- **Links** into the source (\`../notes.md\`, \`#top\`) become plain words, with a note.
- **Proofreading**: each file is read back before it is written. An item is refused if its file would have an error or
  would read as a different question.
- **Images** are copied to \`images/\` beside the questions. An image that is missing or lies outside the import is replaced by words;
  an image on another server becomes a link. Both come with a note.
- **Typed blanks**, when a text has several (Canvas, Blackboard), become lists: each list offers the answers of all blanks, with a
  note. A single blank becomes an accepted text.
- **Cartridges** contain a quiz in two forms, and again in a bank. Each question is read once, with a notice.
- **Weights, penalties, partial credit, hints and titles** have no place in our format and are named in the note.
- **HTML** becomes Markdown. An element that Markdown can't express becomes its text, with a note. A tag that plain text, code or
  an entity mentions is kept as text; so is an option that consists only of a tag, or a tag that is never closed.
- **Dollars** in Markdown that make no formula on a Git host ("from $5 to $6", \`$HOME\`) get a backslash.
- **Keys** are never guessed. These are refused: two columns or lines that state different keys, steps in two orders, two answers with
  equal points where only one can be given, and a key that is both the position of one option and the text of
  another. The exception are templates (Kahoot, Quizizz, Udemy) whose keys are always positions. Of several mapped QTI answers, the one with most points is correct.

## Importing again

When you import a newer version of a source, the questions that were imported before are updated, even if you have moved their files. A
question is recognised by its id at the source or its id here. Without either, it is recognised by its words: the same question
with other answers, or at least three of the same answers to a question in other words.

Each part of a file (a key of the front matter, the question, its options with their key, the explanation, the references)
is compared with what the last import wrote. If only the source has changed a part, the change is written into the file, and every other
byte stays. If only you have changed it, it stays. If both have changed it, it stays too, and each import names it until
you have resolved it or let the source win with \`--overwrite\`. The same goes for a key together with an explanation that names
options by letter, and for a file without a known import. A question that the source no longer has is named and kept.

\`.imported.jsonl\` in the exam's folder records what was imported, one line for each question. Commit it with the questions.

## CSV

RFC 4180 and UTF-8, separated by commas, semicolons, bars or tabs. The first row names the columns, in any order. Texts are Markdown.

${columnTable}

Options may also be in one column \`options\`, separated by bars, semicolons or line breaks, or as a JSON list. Incorrect
options beside the correct one may be in \`incorrect 1\` … or \`incorrect answers\`. Several keys may have columns of their own,
\`correct 1\` …, each with a key or with true or false. A number or letter is read as the position of an option if every key
in the file can be one and some can be nothing else. Keys and columns that count from 0 are recognised when one in the
file is 0. Any other column is named in the note of each row that fills it. A cell that a spreadsheet would
read as a formula is written with an apostrophe in front, which an import removes. An export with images is a folder with
the table and \`images/<id>_<name>\`, to which its texts refer.

## JSON

A list of objects, alone or under \`results\`, \`questions\`, \`items\`, \`quiz\` or \`data\`. An object has the question (\`question\`,
\`stem\`, \`text\`, \`prompt\`), its options (\`options\`, \`choices\`, \`answers\`: texts, objects with a text and optionally
\`correct: true\`, or an object whose keys are letters) and a key (\`correct_answer\`, \`answer\`, \`correct\`, …): the text of
an option, its letter or name, or its number, counting from 0. Open Trivia's \`incorrect_answers\` are read beside the correct
one. Options may have keys of their own (\`A\`, \`option_b\`, \`choice3\`). A question may be an object with its text, and a key an
object that marks names with true. Questions may have names, or be one object per line (\`.jsonl\`). Without options, the key is a number, an
accepted text, or true or false. A key that could be both a text and a position is refused.

## text2qti

Numbered questions with options \`a)\`, of which one has a star, or with boxes \`[*]\`; \`=\` before a number, \`*\` before a text. Programs in the
source are not run. The export keeps Markdown as it is, so that text2qti can turn it into a quiz for Canvas.

## Anki

Notes are imported from a package (\`.apkg\`, \`.colpkg\`) with its images, or from plain text. Packages of old and new
versions of Anki are read; the export is one that both read.

The export to plain text is for the note type Basic; a package brings its own note type. The front has the question and its options with letters, the back the key, the
notes and the explanation. An import also reads cards whose front has options as a list or as lines \`A. …\` and whose
back names the key, note types with a field for each option and one such as \`0 1 0 0\`, plain cards with a short
back, and cloze notes with one gap, which becomes an accepted text. Further lines of a back become the explanation. Notes whose
\`#columns:\` name a question, options and a key are read as a CSV table.

## Limits

An export says so when it is larger than an import here can read. Reading the collection of an Anki package may take up to a minute, and it may have at most 100,000 notes. A text file may
have at most 32 MiB, a package at most 20,000 entries of at most 32 MiB each and 256 MiB in all, a question
100,000 characters. A package is refused as a whole if its entries lead out of it, or if it has links, encryption or false sizes.
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
    holdsOnly === undefined ? [] : [`${title} holds only ${holdsOnly}; its export names what each question lost.`],
  );
  const held = paddedTable([
    ["what a question has", ...both.map(({ name }) => name)],
    ...capabilities.map(({ title, lostBy }) => [
      title,
      ...both.map(({ name }) => (lostBy.includes(name) ? "no" : "yes")),
    ]),
  ]);
  const promise = "Where the table says yes, our questions can be exported and imported again without a change.";
  return `${head}${list}\n\n## What each can hold\n\n${promise}\n\n${held}\n\n${few.join("\n")}\n${tail}`;
}
