import type { GIFTQuestion, TextFormat as GiftText, NumericalFormat } from "gift-pegjs";
import type { DraftOption, QuestionDraft } from "#lib/content/draft";
import { asking, withOthers } from "#lib/content/matches";
import { rounded } from "../shared/rounded.ts";
import { acceptedBy } from "../shared/wildcards.ts";
import { restoreSigns } from "./split.ts";

/** What the answers of a question say of its draft; with a refusal where they say too little. */
export interface Answers {
  readonly draft: Partial<QuestionDraft>;
  readonly feedback: string;
  readonly refusal?: string;
}

/** The Markdown of a text of the file. */
export type Text = (given: GiftText | null | undefined) => string;

/** `unit` and `isMultiple` are what our own export says in tags. */
export function answersOf(
  question: Exclude<GIFTQuestion, { type: "Category" | "Description" | "Essay" }>,
  text: Text,
  notes: string[],
  unit: string | null,
  isMultiple: boolean,
): Answers {
  switch (question.type) {
    case "TF": {
      const option = (name: string, correct: boolean, given: GiftText | null): DraftOption => ({
        text: name,
        correct,
        note: text(given) || null,
      });
      // Moodle writes the feedback for a wrong answer first, the one for a right answer second.
      const [wrong, right] = [question.trueFeedback, question.falseFeedback];
      const options = [
        option("True", question.isTrue, question.isTrue ? right : wrong),
        option("False", !question.isTrue, question.isTrue ? wrong : right),
      ];
      return { draft: { kind: "single", options, shuffle: false }, feedback: "" };
    }
    case "MC":
      return choiceOf(question.choices, text, notes, isMultiple);
    case "Short":
      return shortOf(question.choices, text, notes);
    case "Numerical":
      return numericOf(question.choices, text, notes, unit);
    case "Matching": {
      const pairs = question.matchPairs.map((pair): [string, string] => [
        text(pair.subquestion),
        text({ format: pair.subquestion.format, text: pair.subanswer }),
      ]);
      const others = pairs.filter(([left]) => left === "").map(([, right]) => right);
      return { draft: { kind: "matching", pairs: withOthers(asking(pairs), others) }, feedback: "" };
    }
  }
}

type Choice = { isCorrect: boolean; weight: number | null; text: GiftText; feedback: GiftText | null };

/** `isMultiple` where our own export says so: GIFT cannot, of a question with one right option. */
function choiceOf(choices: readonly Choice[], text: Text, notes: string[], isMultiple: boolean): Answers {
  const weights = choices.map((choice) => choice.weight ?? (choice.isCorrect ? 100 : 0));
  const marked = choices.filter((choice) => choice.isCorrect);
  const several = isMultiple || (marked.length !== 1 && weights.filter((weight) => weight > 0).length > 1);
  const options = choices.map((choice, index) => ({
    text: text(choice.text),
    correct: several ? (weights[index] ?? 0) > 0 : marked.length === 1 ? choice.isCorrect : (weights[index] ?? 0) > 0,
    note: text(choice.feedback) || null,
  }));
  if (several && marked.filter((choice) => choice.weight === null).length > 1)
    notes.push("several options are marked with =, any of which was enough; here all of them must be chosen");
  const even = Math.round(1000 / Math.max(1, options.filter((option) => option.correct).length)) / 10;
  choices.forEach((choice, index) => {
    const { weight } = choice;
    const expected = options[index]?.correct ? [100, even] : several ? [0, -100, -even] : [0];
    if (weight !== null && !expected.some((value) => Math.abs(value - weight) < 0.5))
      notes.push(`not kept: weight ${weight}% of "${options[index]?.text ?? ""}"`);
  });
  return { draft: { kind: several ? "multiple" : "single", options }, feedback: "" };
}

function shortOf(choices: readonly Choice[], text: Text, notes: string[]): Answers {
  const accepted: string[] = [];
  const feedback: string[] = [];
  for (const choice of choices) {
    const answer = restoreSigns(choice.text.text).replace(/\s+/g, " ").trim();
    const isPartial = choice.weight !== null && choice.weight < 100;
    if (isPartial) notes.push(`not kept: "${answer}", worth ${choice.weight}%`);
    const texts = isPartial ? [] : acceptedBy(answer, notes);
    accepted.push(...texts);
    const said = text(choice.feedback);
    if (said !== "" && texts.length > 0) feedback.push(said);
    else if (said !== "") notes.push(`not kept: feedback on the answer "${answer}": ${said.slice(0, 200)}`);
  }
  return { draft: { kind: "text", accepted: [...new Set(accepted)] }, feedback: [...new Set(feedback)].join("\n\n") };
}

function numericOf(
  choices:
    | { isCorrect: boolean; weight: number | null; text: NumericalFormat; feedback: GiftText | null }[]
    | NumericalFormat,
  text: Text,
  notes: string[],
  unit: string | null,
): Answers {
  const list = Array.isArray(choices) ? choices : [{ isCorrect: true, weight: null, text: choices, feedback: null }];
  const [best, ...others] = list
    .filter((choice) => choice.isCorrect)
    .sort((a, b) => (b.weight ?? 100) - (a.weight ?? 100));
  for (const other of others)
    notes.push(`not kept: a further answer ${inWords(other.text)}, worth ${other.weight ?? 100}%`);
  const value = best === undefined ? null : rangeOf(best.text);
  if (value === null) return { draft: { kind: "numeric" }, feedback: "", refusal: "no number is stated as the answer" };
  for (const choice of list) {
    const said = choice === best ? "" : text(choice.feedback);
    if (said !== "") notes.push(`not kept: feedback on the answer ${inWords(choice.text)}: ${said.slice(0, 200)}`);
  }
  return { draft: { kind: "numeric", numeric: { ...value, unit } }, feedback: text(best?.feedback) };
}

function inWords(format: NumericalFormat): string {
  const range = rangeOf(format);
  return range === null ? "that is no number" : `${range.value} ± ${range.tolerance}`;
}

function rangeOf(format: NumericalFormat): { value: number; tolerance: number } | null {
  const { number, range = 0, numberLow, numberHigh } = format;
  if (number !== undefined) return { value: number, tolerance: Math.abs(range) };
  if (numberLow === undefined || numberHigh === undefined) return null;
  return { value: rounded((numberLow + numberHigh) / 2), tolerance: rounded(Math.abs(numberHigh - numberLow) / 2) };
}
