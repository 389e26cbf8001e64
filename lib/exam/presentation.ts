import type { CasePlace } from "./case-places.ts";
import type { Disclosed } from "./disclosure.ts";
import { judgingOf } from "./kinds/judging.ts";
import type { Details, ShortKey } from "./kinds/kind.ts";
import { type LanguageMarks, languageMarks, markedHtml } from "./language-marks.ts";
import { letterAt, renderRichText } from "./letters.ts";
import type { Answer, AnswerKey, PublicQuestion, Reference, RichText, Scenario, Secret } from "./question.ts";
import { readableText } from "./readable-text.ts";
import { optionOrder } from "./selection.ts";

export interface ShownOption {
  readonly id: string;
  readonly letter: string;
  readonly html: string;
  readonly text: string;
}

/** A question as one learner sees it: options in their order, with their letters. Holds nothing of the key. */
export interface ShownQuestion extends Details {
  readonly kind: PublicQuestion["kind"];
  readonly stemHtml: string;
  /** The stem as one line, for lists and titles. */
  readonly stemText: string;
  /** Its case, in an attempt with its place among the questions on it. */
  readonly scenario: (Scenario & { readonly place?: CasePlace }) | null;
  readonly options: readonly ShownOption[];
  /** Of its texts that are no HTML; absent where its exam does not say its language. */
  readonly marks?: LanguageMarks;
}

/** What is kept as plain text shows formulas as LaTeX, and blocks of code without their lines. */
const needsReading = /<(math|pre|table)\b/;

/** Lays a question out for the learner whose item has this seed. `language` is what its exam says of it: its HTML is marked so. */
export function presentQuestion(
  question: PublicQuestion,
  seed: string,
  language: string | null | undefined = null,
): ShownQuestion {
  const order = optionOrder(question, seed);
  const byId = new Map("options" in question ? question.options.map((option) => [option.id, option]) : []);
  const options = order.map((id, i) => {
    const { html = "", text = "" } = byId.get(id) ?? {};
    return {
      id,
      letter: letterAt(i),
      html: markedHtml(html, language, "span"),
      text: needsReading.test(html) ? readableText(html) : text,
    };
  });
  const { scenario } = question;
  const { prompts, columns, clozeHtml, ...details } = judgingOf(question.kind).details(question, order);
  return {
    kind: question.kind,
    stemHtml: markedHtml(question.stemHtml, language),
    stemText: needsReading.test(question.stemHtml) ? readableText(question.stemHtml) : question.stemText,
    scenario: scenario && { ...scenario, html: markedHtml(scenario.html, language) },
    options,
    ...details,
    ...(language != null && { marks: languageMarks(language) }),
    columns: columns && [inSentence(columns[0], language), inSentence(columns[1], language)],
    prompts: prompts.map((prompt) => ({ ...prompt, html: markedHtml(prompt.html, language) })),
    ...(clozeHtml !== undefined && { clozeHtml: markedHtml(clozeHtml, language) }),
  };
}

/** The heading of a column within a sentence: German writes its nouns with a capital there, too. */
function inSentence(heading: string, language: string | null | undefined): string {
  return /^(de|lb)\b/.test(language ?? "") ? heading : heading.toLowerCase();
}

/** The key with its explanation in this learner's letters. */
export interface ShownSecret {
  readonly correct: boolean;
  readonly points: number;
  readonly key: AnswerKey;
  /** The right answer in this learner's letters, or as it is typed; null where it stands beside each part. */
  readonly shortKey: ShortKey | null;
  readonly answer: Answer | null;
  readonly explanationHtml: string;
  /** By option id. */
  readonly notes: Readonly<Record<string, string>>;
  readonly references: readonly Reference[];
  /** Of their titles. */
  readonly marks?: LanguageMarks;
  /** By option id the share, from 0 to 1, of the first answers that chose it; absent where too few are known. */
  readonly shares?: Readonly<Record<string, number>>;
}

/** Prints a disclosed secret, which is in the `language` of its exam, for the learner who saw `order`. */
export function presentSecret(
  secret: Disclosed<Secret>,
  order: readonly string[],
  given: { readonly answer: Answer | null; readonly points: number },
  language: string | null | undefined = null,
): ShownSecret {
  const print = (text: RichText) => markedHtml(renderRichText(text, order, language), language);
  const notes = Object.entries(secret.optionNotes).map(([id, text]) => [id, print(text)] as const);
  return {
    correct: given.points === 1,
    points: given.points,
    key: secret.key,
    shortKey: judgingOf(secret.key.kind).shortKey(secret.key, order),
    answer: given.answer,
    explanationHtml: print(secret.explanation),
    notes: Object.fromEntries(notes),
    references: secret.references,
    ...(language != null && { marks: languageMarks(language) }),
  };
}
