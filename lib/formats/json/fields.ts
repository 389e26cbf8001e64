export type Fields = Readonly<Record<string, unknown>>;

/** Keys, lower case without signs, under which programs write each part of a question. */
const names = {
  id: ["id", "uid", "slug"],
  stem: ["question", "stem", "questiontext", "text", "prompt", "title", "q"],
  options: ["options", "choices", "answers", "answeroptions", "alternatives", "possibleanswers"],
  key: [
    "correctanswer",
    "correctanswers",
    "correct",
    "correctoption",
    "correctoptions",
    "correctindex",
    "correctanswerindex",
    "answerindex",
    "answerkey",
    "answer",
    "key",
    "solution",
    "rightanswer",
  ],
  wrong: ["incorrectanswers", "wronganswers", "distractors"],
  explanation: ["explanation", "rationale", "feedback", "reason", "explain", "description"],
  category: ["category", "domain", "topic", "subject", "section"],
  difficulty: ["difficulty", "level"],
  tags: ["tags", "labels"],
  optionText: ["text", "option", "answer", "content", "value", "label", "title"],
  optionId: ["id", "letter", "key", "label"],
  flag: ["correct", "iscorrect", "isanswer", "right", "isright"],
} as const;

const plain = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/g, "");

/** What `fields` holds under the first of the names of `part` that it has. */
export function fieldOf(fields: Fields, part: keyof typeof names): unknown {
  const keys = Object.keys(fields);
  for (const name of names[part]) {
    const key = keys.find((each) => plain(each) === name);
    const value = key === undefined ? undefined : fields[key];
    if (value !== undefined && value !== null && value !== "") return value;
  }
  return undefined;
}

export function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function textOf(value: unknown): string | undefined {
  if (typeof value === "string") return value.trim() === "" ? undefined : value;
  return typeof value === "number" || typeof value === "boolean" ? String(value) : undefined;
}

export function textsOf(value: unknown): readonly string[] | undefined {
  if (Array.isArray(value)) return value.flatMap((each) => textOf(each) ?? []);
  const text = textOf(value);
  return text === undefined ? undefined : [text];
}
