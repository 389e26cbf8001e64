/**
 * The question in its four shapes. `PublicQuestion` is safe to send before an answer; `Secret` holds the key and everything
 * that depends on it; `Answer` is what the learner gave; `Grade` (grading.ts) is what it was worth.
 *
 * Options are identified by id. Letters exist only where something is rendered for one learner (letters.ts).
 */

export const questionKinds = ["single", "multiple", "ordering", "matching", "numeric", "text", "cloze"] as const;
export type QuestionKind = (typeof questionKinds)[number];

/** One thing to choose. `text` is the plain reading of `html`, for accessible names and exports. */
export interface Option {
  readonly id: string;
  readonly html: string;
  readonly text: string;
}

interface Choosable {
  /** In the order of the file, which says nothing about the key. */
  readonly options: readonly Option[];
  /** False keeps the written order. */
  readonly shuffle: boolean;
  /** Ids of trailing options that stay last when the others are shuffled ("All of the above"). */
  readonly pinned: readonly string[];
}

export interface Scenario {
  readonly title: string;
  readonly html: string;
}

/** A text with blanks, each with its own options. */
export interface ClozeText {
  /** Safe HTML before, between and after the blanks: one piece more than there are blanks. */
  readonly pieces: readonly string[];
  readonly blanks: readonly Blank[];
}

interface Blank {
  readonly id: string;
  readonly optionIds: readonly string[];
}

interface Stem {
  readonly stemHtml: string;
  readonly stemText: string;
  /** The case that this question and others are based on. */
  readonly scenario: Scenario | null;
}

export type PublicQuestion = Stem &
  (
    | ({ readonly kind: "single" } & Choosable)
    /** `upTo`: there may be fewer correct options than `select`, and learners may choose any number up to it. */
    | ({ readonly kind: "multiple"; readonly select: number; readonly upTo?: true } & Choosable)
    /** Options sorted by id: the order of the file would be the key. */
    | { readonly kind: "ordering"; readonly options: readonly Option[] }
    /** Prompts in the order of the file; options sorted by id: their written order would be the key. */
    | {
        readonly kind: "matching";
        readonly prompts: readonly Option[];
        readonly options: readonly Option[];
        readonly columns: readonly [string, string];
      }
    | { readonly kind: "numeric"; readonly unit: string | null }
    | { readonly kind: "text" }
    /** Options of all blanks, sorted by id: their written order would be the key. */
    | { readonly kind: "cloze"; readonly cloze: ClozeText; readonly options: readonly Option[] }
  );

export type AnswerKey =
  | { readonly kind: "single"; readonly optionId: string }
  | { readonly kind: "multiple"; readonly optionIds: readonly string[] }
  | { readonly kind: "ordering"; readonly optionIds: readonly string[] }
  | { readonly kind: "matching"; readonly pairs: Readonly<Record<string, string>> }
  /** Correct within `tolerance` of `value`, both in the question's unit. `written` is set when it differs from "" + value: "3.10". */
  | { readonly kind: "numeric"; readonly value: number; readonly tolerance: number; readonly written?: string }
  /** Compared without regard to case and surrounding or repeated space. */
  | { readonly kind: "text"; readonly accepted: readonly string[] }
  /** Option ids by the id of the blank. */
  | { readonly kind: "cloze"; readonly pairs: Readonly<Record<string, string>> };

export type Answer =
  | { readonly kind: "single"; readonly optionId: string }
  | { readonly kind: "multiple"; readonly optionIds: readonly string[] }
  /** By position, starting with the first; "" marks a position that no entry has yet. */
  | { readonly kind: "ordering"; readonly optionIds: readonly string[] }
  | { readonly kind: "matching"; readonly pairs: Readonly<Record<string, string>> }
  | { readonly kind: "numeric"; readonly value: string }
  | { readonly kind: "text"; readonly value: string }
  | { readonly kind: "cloze"; readonly pairs: Readonly<Record<string, string>> }
  /** "I don't know": an answer that discloses the item and is worth nothing. */
  | { readonly kind: "dont-know" };

/** Safe HTML in pieces, with references to options between them that become letters for one learner. */
export type RichText = readonly (string | OptionReference)[];

export interface OptionReference {
  readonly optionIds: readonly string[];
  /** The word before the last letter of a printed list; commas alone where nobody can say in which language it would be. */
  readonly join: "and" | "or" | "commas";
}

export interface Reference {
  readonly title: string;
  readonly url: string;
}

/** The key and everything that depends on it. None of it leaves the server before disclosure. */
export interface Secret {
  readonly key: AnswerKey;
  readonly explanation: RichText;
  readonly optionNotes: Readonly<Record<string, RichText>>;
  readonly references: readonly Reference[];
}

export interface Question {
  readonly public: PublicQuestion;
  readonly secret: Secret;
}
