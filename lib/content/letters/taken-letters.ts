import type { Language } from "./sentence-language.ts";

/** Letters that the question gives to something else: in braces or with the word option they still name options. */
export interface TakenLetters {
  /** "A. It is …", "B. It has …" in the stem. */
  readonly statements: ReadonlySet<string>;
  /** "host A" */
  readonly things: ReadonlySet<string>;
  /** What options say of statements: "BDE". */
  readonly combinations: ReadonlySet<string>;
  /** Words of the stem and of at least half of the options, in the singular: what the options may be called. */
  readonly subjects: ReadonlySet<string>;
  /** Whether the text is shown before the answer: then the letters are those of the question and never of options. */
  readonly isOpen: boolean;
  /** Digits that are alone in the stem or in an option: numbers of statements, and values. */
  readonly numbers: ReadonlySet<string>;
  /** What the stem asks for, in the singular: "Which command …?" */
  readonly asked: ReadonlySet<string>;
  /** Whether the stem or an option counts things itself: "the second law", "1. It is …". */
  readonly isOrdered: boolean;
  /** Whether the text is the note of an option, which stands between those of others. */
  readonly isNote: boolean;
}

/** What the rest of the question says of the letters in one of its texts. */
export interface LetterContext {
  /** What the exam says of its language; null where only the sentences themselves can tell. */
  readonly language: Language | null;
  /** How many options the question has. */
  readonly count: number;
  /** Letters that begin a paragraph, an entry or a line of the text: two and more are labels of options. */
  readonly labels: ReadonlySet<string>;
  readonly taken: TakenLetters;
  /** Whether the text certainly names options elsewhere. */
  readonly isAboutOptions: boolean;
  /** What letters are in all texts that are shown after the answer. */
  readonly elsewhere: LetterSurvey;
}

/** The letters that name options in some texts, and those that name other things in them. */
export interface LetterSurvey {
  readonly options: ReadonlySet<string>;
  readonly things: ReadonlySet<string>;
}

const noLetters: ReadonlySet<string> = new Set();
export const noSurvey: LetterSurvey = { options: noLetters, things: noLetters };
const nothingTaken: TakenLetters = {
  statements: noLetters,
  things: noLetters,
  combinations: noLetters,
  subjects: noLetters,
  isOpen: false,
  numbers: noLetters,
  asked: noLetters,
  isOrdered: false,
  isNote: false,
};
export const noContext: LetterContext = {
  language: null,
  count: 26,
  labels: noLetters,
  taken: nothingTaken,
  isAboutOptions: false,
  elsewhere: noSurvey,
};
