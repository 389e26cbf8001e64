/** Column names, lower case without signs, of each part of a question. */
const aliases: Readonly<Record<string, readonly string[]>> = {
  id: ["id"],
  kind: ["kind", "type", "questiontype"],
  domain: ["domain", "category", "topic", "section", "chapter", "subject"],
  difficulty: ["difficulty", "level", "difficultylevel"],
  tags: ["tags", "tag", "labels"],
  origin: ["origin"],
  checked: ["checked"],
  dispute: ["dispute"],
  case: ["case"],
  shuffle: ["shuffle"],
  select: ["select"],
  stem: ["stem", "question", "questiontext", "text", "prompt", "frage", "pregunta", "pergunta", "domanda", "vraag"],
  correct: [
    "correct",
    "correctanswer",
    "correctanswers",
    "correctoption",
    "correctoptions",
    "correctchoice",
    "correctchoices",
    "correctresponse",
    "correctans",
    "correctindex",
    "correctanswerindex",
    "correctletter",
    "key",
    "answerkey",
    "answerindex",
    "answerletter",
    "rightanswer",
    "rightans",
    "rightoption",
    "solution",
    "bonnereponse",
    "reponsecorrecte",
    "richtigeantwort",
    "losung",
    "respuestacorrecta",
    "respostacorreta",
    "rispostacorretta",
  ],
  answer: ["answer", "answers", "ans", "questionanswers", "reponse", "antwort", "respuesta", "resposta", "risposta"],
  wrong: ["incorrectanswers", "wronganswers", "incorrectoptions", "wrongoptions", "distractors"],
  tolerance: ["tolerance"],
  unit: ["unit"],
  columns: ["columns"],
  cloze: ["cloze"],
  options: ["options", "choices", "answeroptions", "answerchoices", "possibleanswers", "alternatives"],
  explanation: [
    "explication",
    "erklarung",
    "explicacion",
    "explicacao",
    "spiegazione",
    "explanation",
    "rationale",
    "feedback",
    "generalfeedback",
    "reason",
    "justification",
  ],
  references: ["references", "reference", "source", "url", "link", "documentation"],
};

/** What a name that stands nowhere above may still hold, when no other column does. */
const lastResorts: readonly (readonly [string, RegExp])[] = [
  ["stem", /\b(?:question|stem)\b(?!\s*(?:id|type|no\b|number|title|image))/i],
  ["options", /^(?:options|choices)\b/i],
  ["explanation", /\bexplanation\b/i],
  ["correct", /^(?:the\W+)?(?:correct|right)(?:[\W_]+\w+)?$/i],
];

const optionWords =
  "option|opt|choice|answer|ans|answeroption|answerchoice|alternative|alt|response|reponse|antwort|respuesta|resposta|risposta|opcion|opcao|note|left|right";
const option = new RegExp(`^(${optionWords})?([a-z]|\\d{1,2})(?:text)?$`);
const wrong = /^(?:incorrect|wrong|distractor|distracter)(?:answer|option|choice)?([a-z]|\d{1,2})$/;
const oneKey =
  /^(?:is)?(?:correct|right(?=[aoc]\w))(?:answer|option|choice)?([a-z]|\d{1,2})$|^(?:option|opt|choice|answer|ans)([a-z]|\d{1,2})(?:is)?correct$/;
const note = /^(?:(?:feedback|note|explanation)(?:option)?|option)(\d{1,2}|[a-z])(?:feedback|note|explanation)?$/;

export interface CsvHeader {
  /** Where each part stands: `stem`, `option 1`, `note 1`, `left 1`, `right 1`, `wrong 1`, `key 1`, … */
  readonly columns: ReadonlyMap<string, number>;
  /** What is not understood, or is there a second time, by its own name. */
  readonly others: readonly (readonly [string, number])[];
  /** Whether the columns of the options are numbered from 0, as keys then are too. */
  readonly fromNought: boolean;
  /** Whether it is the template of a program whose keys are the places of options. */
  readonly hasPlaces: boolean;
}

/** Kahoot and Quizizz time each question, Udemy says what type it is and numbers its "Answer Option 1". */
function isTemplateOfPlaces(cells: readonly string[]): boolean {
  const has = (name: RegExp) => cells.some((cell) => name.test(cell.trim()));
  if (!has(/^(?:correct|right)\b/i)) return false;
  return (
    has(/^(?:time\s+(?:limit|in\s+seconds)|timer)\b/i) ||
    has(/choose at least one|only include answer #/i) ||
    (has(/^question type$/i) && has(/^answer option 1$/i))
  );
}

/** Reads the first row of a table of questions; names of other programs are understood too. */
export function readHeader(cells: readonly string[]): CsvHeader {
  const columns = new Map<string, number>();
  const others: (readonly [string, number])[] = [];
  const names = cells.map((cell) => partOf(cell));
  const fromNought = names.includes("option 0");
  names.forEach((name, index) => {
    const key = name === null ? null : fromNought ? oneMore(name) : name;
    const position = Number(/ (\d+)$/.exec(key ?? "")?.[1] ?? 1);
    if (key !== null && !columns.has(key) && position >= 1 && position <= 26) columns.set(key, index);
    else if (cells[index]?.trim() !== "") others.push([cells[index]?.trim() ?? "", index]);
  });
  for (const [part, pattern] of lastResorts) {
    const at = columns.has(part) ? -1 : others.findIndex(([name]) => pattern.test(name));
    const found = others[at];
    if (found === undefined) continue;
    columns.set(part, found[1]);
    others.splice(at, 1);
  }
  // A list of answers beside the right one is what there is to choose from.
  const answers = columns.get("answer");
  const hasOptions = [...columns.keys()].some((name) => /^(?:options?|wrong)\b/.test(name));
  if (answers !== undefined && columns.has("correct") && !hasOptions && /s\s*$/i.test(cells[answers] ?? "")) {
    columns.delete("answer");
    columns.set("options", answers);
  }
  return { columns, others, fromNought, hasPlaces: isTemplateOfPlaces(cells) };
}

/** The part that a column of this name holds, or null; "Answer 1 - at most 75 signs" is named "Answer 1". */
function partOf(cell: string): string | null {
  return partNamed(cell) ?? partNamed(cell.replace(/(?<!\s)\s+[-–—([].*$/s, ""));
}

function partNamed(cell: string): string | null {
  const name = plain(cell);
  const known = Object.keys(aliases).find((part) => aliases[part]?.includes(name));
  if (known !== undefined) return known;
  const [, kind = "", mark] = option.exec(name) ?? [];
  if (mark !== undefined) return `${/^(?:note|left|right)$/.test(kind) ? kind : "option"} ${positionOf(mark)}`;
  const wrongMark = wrong.exec(name)?.[1];
  if (wrongMark !== undefined) return `wrong ${positionOf(wrongMark)}`;
  const keyed = oneKey.exec(name);
  if (keyed !== null) return `key ${positionOf(keyed[1] ?? keyed[2] ?? "")}`;
  const noted = note.exec(name)?.[1];
  return noted === undefined ? null : `note ${positionOf(noted)}`;
}

/** Letters without accents, and digits. */
function plain(cell: string): string {
  return cell
    .toLowerCase()
    .normalize("NFKD")
    .replace(/[^a-z0-9]/g, "");
}

function positionOf(mark: string): number {
  return /^\d+$/.test(mark) ? Number(mark) : mark.charCodeAt(0) - 96;
}

function oneMore(name: string): string {
  return name.replace(/ (\d+)$/, (_, digits: string) => ` ${Number(digits) + 1}`);
}
