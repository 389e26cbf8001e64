import type { DraftOption, QuestionDraft } from "#lib/content/draft";
import { type QuestionKind, questionKinds } from "#lib/exam/question";
import { type Cell, listOf, numberOf, splitAccepted } from "./cells.ts";
import { type KeyStyle, markByColumns, markByKey, numbersOf } from "./keys.ts";

/** The answer that a row states, as its part of a draft, or why there is none. `numbered` reads columns such as "option 1". */
export function answersOf(
  cell: Cell,
  numbered: (name: string) => string[],
  style: KeyStyle,
  notes: string[],
): Partial<QuestionDraft> | string {
  const wrong = [...numbered("wrong"), ...listOf(cell("wrong"))].filter((text) => text !== "");
  const options = trimEnd(numbered("option"));
  const noteTexts = numbered("note");
  const answer = cell("answer");
  if (wrong.length > 0 && options.length === 0) return besideWrong(cell("correct") || answer, wrong);
  if (style.areBeside && options.length > 1) {
    notes.push("the key is not one of the options; it was added as the correct one");
    return besideWrong(cell("correct") || answer, options);
  }
  switch (kindOf(cell, numbered, options, style)) {
    case "ordering":
      return { kind: "ordering", steps: options };
    case "matching": {
      const right = numbered("right");
      const left = numbered("left");
      const pairs = trimEnd(right.map((text, index) => text || (left[index] ?? ""))).map(
        (_, index): [string, string] => [left[index] ?? "", right[index] ?? ""],
      );
      const [first, second] = cell("columns")
        .split("|")
        .map((name) => name.trim());
      return { kind: "matching", pairs, ...(first && second ? { columns: [first, second] as const } : {}) };
    }
    case "numeric":
      return numericOf(cell, notes);
    case "truth":
      return truthOf(answer || cell("correct"));
    case "text":
      return { kind: "text", accepted: splitAccepted(answer || cell("correct")) };
    case "cloze":
      return { kind: "cloze", cloze: cell("cloze") };
    case "single":
    case "multiple":
    case "choice":
      return choiceOf(
        cell,
        options.map((text, index) => ({ text, correct: false, note: noteTexts[index] || null })),
        numbered("key"),
        style,
        notes,
      );
  }
}

function kindOf(
  cell: Cell,
  numbered: (name: string) => string[],
  options: readonly string[],
  { arePlaces }: KeyStyle,
): QuestionKind | "choice" | "truth" {
  const stated = cell("kind").toLowerCase();
  const known = questionKinds.find((kind) => kind === stated);
  if (known !== undefined) return known;
  if (numbered("left")[0] !== "") return "matching";
  // Where keys are places of options, a row without any has lost them, unless its kind has none.
  if (/multi\w*[\s_-]?(?:choice|select|response)|single[\s_-]?(?:choice|select)|\bmc[qr]?\b/.test(stated))
    return "choice";
  if (options.length > 0 || (arePlaces && !/fill|blank|short|text|open|num/.test(stated))) return "choice";
  if (/^(?:true|false)$/i.test(cell("answer") || cell("correct"))) return "truth";
  const answer = cell("answer") || cell("correct");
  const isNumber = cell("tolerance") === "" ? /^[+-]?\d+(?:\.\d+)?$/.test(answer) : Number.isFinite(numberOf(answer));
  return isNumber ? "numeric" : "text";
}

function choiceOf(
  cell: Cell,
  options: readonly DraftOption[],
  keys: readonly string[],
  style: KeyStyle,
  notes: string[],
): Partial<QuestionDraft> | string {
  const key = cell("correct") || cell("answer");
  if (options.length < 2) return "fewer than two options were found";
  const inColumns = keys.some((each) => each !== "");
  if (key === "" && !inColumns) return "the key is empty";
  const marked = inColumns
    ? markByColumns(options, [key, ...keys].slice(style.areFlags ? 1 : 0), style)
    : markByKey(options, key, style);
  if (typeof marked === "string") return marked;
  if (cell("correct") !== "" && cell("answer") !== "") {
    const other = numbersOf(cell("answer")) === null ? markByKey(options, cell("answer"), style) : "";
    if (typeof other === "string") notes.push(`not kept: answer "${cell("answer").slice(0, 200)}"`);
    else if (other.some(({ correct }, index) => correct !== marked[index]?.correct))
      return `the key is "${key.slice(0, 60)}" in one column and "${cell("answer").slice(0, 60)}" in another: which is right?`;
  }
  const stated = cell("kind").toLowerCase();
  return { options: marked, ...(stated === "single" || stated === "multiple" ? { kind: stated } : {}) };
}

function numericOf(cell: Cell, notes: string[]): Partial<QuestionDraft> | string {
  const written = cell("answer") || cell("correct");
  const value = numberOf(written);
  const tolerance = cell("tolerance") === "" ? 0 : Math.abs(numberOf(cell("tolerance")));
  if (!Number.isFinite(value)) return "no number is stated as the answer";
  if (!Number.isFinite(tolerance)) return `the tolerance "${cell("tolerance")}" is no number`;
  if (written.includes(",")) notes.push(`"${written}" was read as ${value}`);
  return { kind: "numeric", numeric: { value, tolerance, unit: cell("unit") || null } };
}

/** The right option in one column, the others in columns of their own. */
function besideWrong(key: string, wrong: readonly string[]): Partial<QuestionDraft> | string {
  if (key === "") return "the key is empty";
  const options = [key, ...wrong].map((text, index) => ({ text, correct: index === 0, note: null }));
  return { kind: "single", options };
}

function truthOf(answer: string): Partial<QuestionDraft> {
  const options = ["True", "False"].map((text) => ({
    text,
    correct: text.toLowerCase() === answer.toLowerCase(),
    note: null,
  }));
  return { kind: "single", options, shuffle: false };
}

function trimEnd(texts: readonly string[]): string[] {
  return texts.slice(0, texts.findLastIndex((text) => text !== "") + 1);
}
