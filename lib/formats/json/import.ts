import type { DraftOption, QuestionDraft } from "#lib/content/draft";
import { toMarkdown } from "../markup/source-text.ts";
import type { Importer, ImportInput } from "../report.ts";
import { decodeText } from "../shared/decode-text.ts";
import { finishImport } from "../shared/finish-import.ts";
import { type ForeignItem, type ForeignItems, refusedFile, titleOf } from "../shared/foreign-item.ts";
import { type Fields, fieldOf, isFields, textOf, textsOf } from "./fields.ts";
import { markByKey } from "./key.ts";

/** Deeper than any list of questions; more would only be there to do harm. */
const deepest = 32;

/** JSON: a list of questions in one of the usual shapes, Open Trivia's included; docs/formats.md lists the keys. */
export const importJson: Importer = (input) => finishImport(readFiles(input), input);

function readFiles(input: ImportInput): ForeignItems {
  const files = input.files.filter(({ path }) => /\.jsonl?$/i.test(path));
  return { items: files.flatMap((file) => readFile(file.path, file.bytes)), notices: [] };
}

function readFile(file: string, bytes: Uint8Array): ForeignItem[] {
  const decoded = decodeText(bytes);
  if (!decoded.ok) return [refusedFile(file, decoded.reason)];
  const parsed = /\.jsonl$/i.test(file) ? parsedLines(decoded.text) : parsedJson(decoded.text);
  if (!parsed.ok) return [refusedFile(file, parsed.reason)];
  const questions = questionsIn(parsed.value);
  if (questions === null) return [refusedFile(file, "the JSON has no list of questions (objects with a key question)")];
  return questions.map((question, index) => readQuestion(file, index, question));
}

function parsedJson(text: string): { ok: true; value: unknown } | { ok: false; reason: string } {
  if (nesting(text) > deepest) return { ok: false, reason: `the JSON is nested deeper than ${deepest} levels` };
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch (error) {
    return { ok: false, reason: `this is not JSON: ${error instanceof Error ? error.message.slice(0, 200) : ""}` };
  }
}

/** An object a line. */
function parsedLines(text: string): { ok: true; value: unknown } | { ok: false; reason: string } {
  const values: unknown[] = [];
  for (const [index, line] of text.split("\n").entries()) {
    if (line.trim() === "") continue;
    const parsed = parsedJson(line);
    if (!parsed.ok) return { ok: false, reason: `line ${index + 1}: ${parsed.reason}` };
    values.push(parsed.value);
  }
  return { ok: true, value: values };
}

/** An upper bound of the depth, brackets in texts included, found without parsing. */
function nesting(text: string): number {
  let depth = 0;
  let most = 0;
  for (const [sign] of text.replace(/"(?:[^"\\]|\\.)*"/g, "").matchAll(/[[\]{}]/g)) {
    depth += sign === "[" || sign === "{" ? 1 : -1;
    most = Math.max(most, depth);
  }
  return most;
}

/**
 * The list itself, or the one under `results` (Open Trivia), `questions`, `items`, `quiz` or `data`; else the questions that
 * stand under names of their own, of which the last but one is the category.
 */
function questionsIn(value: unknown): readonly Fields[] | null {
  if (Array.isArray(value)) {
    const objects = value.filter(isFields);
    return objects.length > 0 ? objects : null;
  }
  if (!isFields(value)) return null;
  if (fieldOf(value, "stem") !== undefined && typeof fieldOf(value, "stem") !== "object") return [value];
  for (const key of ["results", "questions", "items", "quiz", "data"]) {
    const found = key in value ? questionsIn(value[key]) : null;
    if (found !== null) return found;
  }
  const named = Object.entries(value).flatMap(([name, inner]) =>
    (questionsIn(inner) ?? []).map((question) =>
      isFields(inner) && inner !== question ? { category: name, ...question } : question,
    ),
  );
  return named.length > 0 ? named : null;
}

function readQuestion(file: string, index: number, written: Fields): ForeignItem {
  // Some keep the text of a question, and perhaps its options, in an object.
  const asked = fieldOf(written, "stem");
  const question = isFields(asked) ? { ...written, question: undefined, ...asked } : written;
  const notes: string[] = [];
  // Open Trivia writes entities, which are text of HTML.
  const say = (text: string) => toMarkdown(text, /&#?\w+;|<\/?[a-z][^<>]*>/i.test(text) ? "html" : "plain", notes);
  const stem = say(textOf(fieldOf(question, "stem")) ?? "");
  const difficulty = /^(easy|medium|hard)$/i.exec(textOf(fieldOf(question, "difficulty")) ?? "")?.[1]?.toLowerCase();
  const answers = answersOf(question, say);
  const id = textOf(fieldOf(question, "id"));
  return {
    place: `${file}:[${index}]`,
    title: titleOf(stem),
    file,
    category: textOf(fieldOf(question, "category")) ?? null,
    notes,
    ...(typeof answers === "string" ? { refusal: answers } : {}),
    draft: {
      ...(id === undefined ? {} : { id }),
      stem,
      difficulty: (difficulty ?? null) as QuestionDraft["difficulty"],
      tags: textsOf(fieldOf(question, "tags")) ?? [],
      explanation: say(textOf(fieldOf(question, "explanation")) ?? ""),
      ...(typeof answers === "string" ? {} : answers),
    },
  };
}

type Say = (text: string) => string;

function answersOf(question: Fields, say: Say): Partial<QuestionDraft> | string {
  const key = keyOf(question);
  const wrong = textsOf(fieldOf(question, "wrong"));
  if (wrong !== undefined && wrong.length > 0) return besideWrong(textsOf(key) ?? [], wrong, say);
  const lettered = lettersOf(question);
  const written = lettered ?? fieldOf(question, "options");
  if (written === undefined) {
    if (typeof key === "boolean" || /^(?:true|false)$/i.test(textOf(key) ?? "")) return truth(String(key));
    if (typeof key === "number") return { kind: "numeric", numeric: { value: key, tolerance: 0, unit: null } };
    const accepted = textsOf(key);
    return accepted === undefined ? "there are neither options nor an answer" : { kind: "text", accepted };
  }
  const { texts, names, flags, notes } = optionsOf(written);
  if (texts.length === 0) return "the options are not a list of texts";
  const options = texts.map((text, index): DraftOption => {
    const note = notes[index];
    return { text: say(text), correct: flags[index] === true, note: note === undefined ? null : say(note) };
  });
  if (flags.some((flag) => flag === true)) return { options };
  const marked = markByKey(texts, names, key);
  if (typeof marked === "string") return marked;
  return { options: options.map((option, index) => ({ ...option, correct: marked.has(index) })) };
}

const ownName = /^(?:(?:option|choice|opt|ans|answer)[\s_-]?)?([A-Ha-h]|[1-9])$/i;

/** Options under keys of their own: `A`, `option_b`, `choice3`. */
function lettersOf(question: Fields): Fields | undefined {
  const found = Object.entries(question).flatMap(([name, value]) => {
    const letter = ownName.exec(name)?.[1];
    return letter === undefined || textOf(value) === undefined ? [] : [[letter.toUpperCase(), value] as const];
  });
  return found.length > 1 ? Object.fromEntries(found) : undefined;
}

/** The key as it is written, or the names of those that an object marks with true (`answer_a_correct`). */
function keyOf(question: Fields): unknown {
  const flags = Object.values(question).find(
    (value) =>
      isFields(value) &&
      Object.keys(value).length > 0 &&
      Object.entries(value).every(([name, flag]) => /_correct$/.test(name) && /^(?:true|false)$/.test(String(flag))),
  );
  if (isFields(flags))
    return Object.entries(flags).flatMap(([name, flag]) =>
      String(flag) === "true" ? [name.replace(/_correct$/, "")] : [],
    );
  const key = fieldOf(question, "key");
  const named =
    typeof key === "string" && lettersOf(question) !== undefined ? ownName.exec(key.trim())?.[1] : undefined;
  return named?.toUpperCase() ?? key;
}

interface Options {
  readonly texts: readonly string[];
  /** What a key may call each: "a", "answer_a"; null where the options are a list. */
  readonly names: readonly string[] | null;
  readonly flags: readonly unknown[];
  readonly notes: readonly (string | undefined)[];
}

/** A list of texts, a list of objects with a text and perhaps a flag, or an object whose keys are letters. */
function optionsOf(written: unknown): Options {
  if (Array.isArray(written)) {
    const parts = written.map((option) => (isFields(option) ? option : { text: option }));
    const texts = parts.flatMap((part) => textOf(fieldOf(part, "optionText")) ?? []);
    if (texts.length < parts.length) return { texts: [], names: null, flags: [], notes: [] };
    const ids = parts.flatMap((part) => textOf(fieldOf(part, "optionId")) ?? []);
    return {
      texts,
      names: ids.length === texts.length ? ids : null,
      flags: parts.map((part) => fieldOf(part, "flag")),
      notes: parts.map((part) => textOf(fieldOf(part, "explanation"))),
    };
  }
  const texts = isFields(written) ? fieldOf(written, "optionText") : undefined;
  if (isFields(written) && Array.isArray(texts)) {
    const ids = textsOf(fieldOf(written, "optionId")) ?? [];
    return { texts: textsOf(texts) ?? [], names: ids.length === texts.length ? ids : null, flags: [], notes: [] };
  }
  const entries = isFields(written) ? Object.entries(written).filter(([, text]) => textOf(text) !== undefined) : [];
  return {
    texts: entries.map(([, text]) => textOf(text) ?? ""),
    names: entries.map(([name]) => name),
    flags: [],
    notes: [],
  };
}

function besideWrong(right: readonly string[], wrong: readonly string[], say: Say): Partial<QuestionDraft> | string {
  if (right.length === 0) return "the correct answer is empty";
  const both = [...right, ...wrong];
  if (both.length === 2 && both.every((text) => /^(?:true|false)$/i.test(text))) return truth(right[0] ?? "");
  return { options: both.map((text, index) => ({ text: say(text), correct: index < right.length, note: null })) };
}

function truth(answer: string): Partial<QuestionDraft> {
  const options = ["True", "False"].map((text) => ({
    text,
    correct: text.toLowerCase() === answer.toLowerCase(),
    note: null,
  }));
  return { kind: "single", options, shuffle: false };
}
