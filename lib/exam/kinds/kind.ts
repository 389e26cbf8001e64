import type { DecimalSign } from "../decimal-sign.ts";
import type { Answer, AnswerKey, Option, PublicQuestion, QuestionKind } from "../question.ts";

/** How a partly right answer counts. Stated in `exam.md`. */
export type ScoringRule = "all-or-nothing" | "proportional";

/**
 * The version of the rules by which points are given. An attempt keeps the version it began with. 1: proportional scoring
 * counts (right ticks - wrong ticks) / right options, and orders and matchings count whole or not at all. 2: proportional
 * scoring is `rightLessWrong` for every kind with several parts.
 */
export type RuleVersion = 1 | 2;

/** The rule that gives an answer its points. */
export interface Marking {
  readonly rule: ScoringRule;
  readonly version: RuleVersion;
}

/** Why an answer cannot be committed yet. */
export type NotReady =
  | "nothing-chosen"
  | "choose-exactly"
  | "choose-at-most"
  | "order-incomplete"
  | "place-shared"
  | "pairs-incomplete"
  | "blanks-incomplete"
  | "not-a-number"
  | "ambiguous-number"
  | "foreign-answer";

export type QuestionOf<K extends QuestionKind> = Extract<PublicQuestion, { readonly kind: K }>;
export type AnswerOf<K extends QuestionKind> = Extract<Answer, { readonly kind: K }>;
export type KeyOf<K extends QuestionKind> = Extract<AnswerKey, { readonly kind: K }>;

/** What a page shows of a question beside its stem and its options. */
export interface Details {
  /** matching: what is to be paired, in the written order. */
  readonly prompts: readonly Option[];
  readonly columns: readonly [string, string] | null;
  /** multiple: how many to choose. */
  readonly select: number | null;
  /** multiple: `select` is the most that may be chosen. */
  readonly upTo?: true;
  readonly unit: string | null;
  /** cloze: the text as safe HTML, with a field in each blank. `blankWord` stands in it for the word for a blank. */
  readonly clozeHtml?: string;
}

/** A sign that no text holds. */
export const blankWord = "\uE130";

export const noDetails: Details = { prompts: [], columns: null, select: null, unit: null };

/** A right answer that fits in a line. */
export type ShortKey = { readonly answers: readonly string[] } | { readonly order: readonly string[] };

/** The id of an option or prompt in another wording. */
export type Rename = (id: string) => string;

/** How an answer of one kind is given. Runs in the browser too. */
export type Answering<K extends QuestionKind> = AnsweringOf<AnswerOf<K>>;

/** How an answer of one kind is judged. Runs on the server only. */
export type Judging<K extends QuestionKind> = JudgingOf<QuestionOf<K>, AnswerOf<K>, KeyOf<K>>;

// Members are methods, so that the entry of one kind can stand for the entry of any kind: the caller has looked it up by
// the kind of its arguments.
interface AnsweringOf<Given> {
  /** The answer in the fields of the form, or null when they hold none. */
  read(form: FormData): Given | null;
  /** The number of parts that `answer` gives. */
  given(answer: Given): number;
}

interface JudgingOf<Asked, Given, Key> {
  /** The number of parts of a whole answer, or null when any number of parts is whole. */
  parts(question: Asked): number | null;
  /** Whether `answer` names only what the question has, and nothing twice. */
  fits(question: Asked, answer: Given): boolean;
  /** Why an answer that fits cannot be committed yet, or null when it can. */
  notReady(question: Asked, answer: Given, decimal: DecimalSign): NotReady | null;
  /** Whether `answer` is right in every part. */
  isRight(key: Key, answer: Given): boolean;
  /** What proportional scoring gives for an answer that is not right in every part, from 0 to 1. */
  partialPoints(question: Asked, key: Key, answer: Given, version: RuleVersion): number;
  /** The ids of the options in the order that one learner sees; empty for a kind without options. */
  order(question: Asked, shuffle: (ids: readonly string[]) => string[]): readonly string[];
  /** `order` holds the ids of the options as one learner sees them. */
  details(question: Asked, order: readonly string[]): Details;
  /** The chance, from 0 to 1, that somebody who knows nothing answers fully right; see `chanceOfGuess`. */
  chanceOfGuess(question: Asked): number;
  /** The options of which an answer chooses some, or null when an answer is not such a choice. Statistics count these. */
  choices(question: Asked): readonly Option[] | null;
  /** The ids of the chosen options, sorted; empty when an answer is not a choice. */
  chosen(answer: Given): readonly string[];
  /** The ids of the right options; empty when an answer is not a choice. */
  rightOptions(key: Key): readonly string[];
  /** The right answer in the letters of `order`, or as it is typed; null for a kind whose key stands beside each part. */
  shortKey(key: Key, order: readonly string[]): ShortKey | null;
  /** The key as JSON, equal for keys that accept the same answers, with the ids of options and prompts renamed. */
  canonical(key: Key, option: Rename, prompt: Rename): unknown;
}
