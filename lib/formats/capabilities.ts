import type { QuestionDraft } from "#lib/content/draft";

/** A question that every format holds. */
const plain: QuestionDraft = {
  id: "oldest-entry",
  kind: "single",
  domain: "storage",
  difficulty: null,
  tags: [],
  origin: "original",
  checked: null,
  case: null,
  shuffle: true,
  stem: "Which structure serves the **oldest** entry first?",
  options: [
    { text: "A queue", correct: true, note: null },
    { text: "A stack", correct: false, note: null },
    { text: "A `heap`", correct: false, note: null },
  ],
  select: null,
  steps: [],
  columns: null,
  pairs: [],
  numeric: null,
  accepted: [],
  cloze: "",
  explanation: "First in, first out.",
  references: [],
};

const pairs = [
  ["Queue", "First in, first out"],
  ["Stack", "Last in, first out"],
] as const;

export interface Capability {
  readonly title: string;
  /** A question that differs from a plain one in this alone. */
  readonly sample: QuestionDraft;
  /** Names of the export formats that lose it; all others give it back on import. */
  readonly lostBy: readonly string[];
}

const multiple = plain.options.map((option, index) => ({ ...option, correct: index !== 1 }));

/** What each export format can hold. A test exports and imports every sample, so this list cannot promise too much. */
export const capabilities: readonly Capability[] = [
  { title: "one correct option", sample: plain, lostBy: [] },
  { title: "several correct options", sample: { ...plain, kind: "multiple", options: multiple }, lostBy: [] },
  {
    title: "how many to choose, when it is not the number of keys",
    sample: { ...plain, kind: "multiple", options: multiple, select: 3 },
    lostBy: [],
  },
  {
    title: "steps in order",
    sample: { ...plain, kind: "ordering", options: [], steps: ["Open the door", "Go in", "Close the door"] },
    lostBy: ["gift"],
  },
  {
    title: "pairs, with the titles of their columns",
    sample: { ...plain, kind: "matching", options: [], pairs, columns: ["Structure", "Rule"] },
    lostBy: [],
  },
  {
    title: "matches used several times or not at all",
    sample: {
      ...plain,
      kind: "matching",
      options: [],
      columns: ["Structure", "Rule"],
      pairs: [...pairs, ["Buffer", "First in, first out"], ["", "Smallest first"]],
    },
    lostBy: [],
  },
  {
    title: "a number with its tolerance",
    sample: { ...plain, kind: "numeric", options: [], numeric: { value: 0.75, tolerance: 0.01, unit: null } },
    lostBy: [],
  },
  {
    title: "the unit of a number",
    sample: { ...plain, kind: "numeric", options: [], numeric: { value: 3, tolerance: 0, unit: "ms" } },
    lostBy: [],
  },
  {
    title: "accepted texts",
    sample: { ...plain, kind: "text", options: [], accepted: ["FIFO", "first in | first out"] },
    lostBy: [],
  },
  {
    title: "a text with blanks",
    sample: {
      ...plain,
      kind: "cloze",
      options: [],
      cloze: "A **queue** serves the [[oldest | newest]] entry first; `a[0]` is its [[head | \\_\\_end\\_\\_ | tail]].",
    },
    lostBy: ["anki", "apkg"],
  },
  {
    title: "notes on options",
    sample: {
      ...plain,
      options: plain.options.map((option) => ({ ...option, note: `*${option.text.length}* words` })),
    },
    lostBy: [],
  },
  {
    title: "references to options that survive shuffling",
    sample: { ...plain, explanation: "{B} is last in, first out; {A} is not." },
    lostBy: [],
  },
  {
    title: "references",
    sample: { ...plain, references: [{ title: "Queues [1]", url: "https://example.org/queues?a=1&b=2" }] },
    lostBy: [],
  },
  { title: "options in their written order", sample: { ...plain, shuffle: false }, lostBy: [] },
  {
    title: "domain, difficulty and tags",
    sample: { ...plain, difficulty: "hard", tags: ["queues", "data types"] },
    lostBy: [],
  },
  {
    title: "origin, day of review and the name of a case",
    sample: { ...plain, origin: "adapted: a lecture", checked: "2026-11-22", case: "warehouse" },
    lostBy: [],
  },
  {
    title: "a dispute of the key and its verdict",
    sample: { ...plain, dispute: { status: "key-stands", reason: "Section 3 says so", day: "2026-11-22" } },
    lostBy: [],
  },
  {
    title: "code, lists, tables and formulas",
    sample: {
      ...plain,
      stem: 'Read this:\n\n```js\nlet a = { b: 1 };\n\nif (a < 2) done("~ # = :");\n```\n\n- one\n- two\n\n| a | b |\n| --- | --- |\n| 1 | 2 |\n\nThen $x_1 + {A}$ is what?',
    },
    lostBy: [],
  },
  { title: "images", sample: { ...plain, stem: "What is this?\n\n![A row of boxes](row.png)" }, lostBy: ["gift"] },
];
