import type { Disclosed } from "./disclosure.ts";
import { judgingOf } from "./kinds/judging.ts";
import type { Details, ShortKey } from "./kinds/kind.ts";
import { letterAt, renderRichText } from "./letters.ts";
import type { Answer, AnswerKey, PublicQuestion, Reference, Secret } from "./question.ts";
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
  readonly scenario: PublicQuestion["scenario"];
  readonly options: readonly ShownOption[];
}

/** What is kept as plain text shows formulas as LaTeX, and blocks of code without their lines. */
const needsReading = /<(math|pre)\b/;

/** Lays a question out for the learner whose item has this seed. */
export function presentQuestion(question: PublicQuestion, seed: string): ShownQuestion {
  const order = optionOrder(question, seed);
  const byId = new Map("options" in question ? question.options.map((option) => [option.id, option]) : []);
  const options = order.map((id, i) => {
    const { html = "", text = "" } = byId.get(id) ?? {};
    return { id, letter: letterAt(i), html, text: needsReading.test(html) ? readableText(html) : text };
  });
  return {
    kind: question.kind,
    stemHtml: question.stemHtml,
    stemText: needsReading.test(question.stemHtml) ? readableText(question.stemHtml) : question.stemText,
    scenario: question.scenario,
    options,
    ...judgingOf(question.kind).details(question, order),
  };
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
  /** By option id the share, from 0 to 1, of the first answers that chose it; absent where too few are known. */
  readonly shares?: Readonly<Record<string, number>>;
}

/** Prints a disclosed secret for the learner who saw `order`. */
export function presentSecret(
  secret: Disclosed<Secret>,
  order: readonly string[],
  given: { readonly answer: Answer | null; readonly points: number },
): ShownSecret {
  const notes = Object.entries(secret.optionNotes).map(([id, text]) => [id, renderRichText(text, order)] as const);
  return {
    correct: given.points === 1,
    points: given.points,
    key: secret.key,
    shortKey: judgingOf(secret.key.kind).shortKey(secret.key, order),
    answer: given.answer,
    explanationHtml: renderRichText(secret.explanation, order),
    notes: Object.fromEntries(notes),
    references: secret.references,
  };
}
