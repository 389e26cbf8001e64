import type { Nodes, RootContent, Text } from "mdast";
import type { KeyOf } from "#lib/exam/kinds/kind";
import type { Option, PublicQuestion, QuestionKind } from "#lib/exam/question";
import type { DraftOption, QuestionDraft } from "../draft.ts";
import type { QuestionFrontMatter } from "../read/front-matter.ts";
import type { Body } from "../read/question-parts.ts";
import type { ReadOption, ReadQuestion } from "../read/read-question.ts";
import type { Tell } from "../rules/structural-rules.ts";

type Answerable = PublicQuestion extends infer Q
  ? Q extends PublicQuestion
    ? Omit<Q, "stemHtml" | "stemText" | "scenario">
    : never
  : never;

/** The part of the public question that its kind decides. */
type PublicPart<K extends QuestionKind> = Extract<Answerable, { readonly kind: K }>;

/** The keys of the front matter that only some kinds have. */
export const frontKeys = ["answer", "tolerance", "unit", "select", "shuffle"] as const;
type FrontKey = (typeof frontKeys)[number];

export type ToOption = (option: ReadOption, id: string) => Option;

/** HTML of `nodes`, cut where `cut` says what is in a text in place of its words. */
export type PrintPieces = <T>(
  nodes: readonly Nodes[],
  cut: ReadonlyMap<Text, readonly (string | T)[]>,
) => readonly (string | T)[];

/** Where the part of a question that says how it is answered is among its blocks. */
export interface AnswerBlock {
  /** The index of the block, or -1 when there is none. */
  readonly at: number;
  /** Everything from there on is a text with blanks. */
  readonly isText: boolean;
}

export const noAnswerBlock = (): AnswerBlock => ({ at: -1, isText: false });

/** The part of a draft that its kind decides. */
export type DraftAnswer = Pick<
  QuestionDraft,
  "options" | "select" | "steps" | "columns" | "pairs" | "numeric" | "accepted" | "cloze"
>;

export const noDraftAnswer: DraftAnswer = {
  options: [],
  select: null,
  steps: [],
  columns: null,
  pairs: [],
  numeric: null,
  accepted: [],
  cloze: "",
};

/** Prints parts of a question file as Markdown that stands for itself. */
export interface DraftWriter {
  readonly entry: (entry: ReadOption) => string;
  readonly cell: (cell: ReadOption) => string;
  readonly blocks: (blocks: readonly Nodes[]) => string;
  /** All options with their notes. */
  readonly options: () => readonly DraftOption[];
}

/** What the front matter of a draft says of its answer; null is not written. */
export interface AnswerKeys {
  readonly answer: number | readonly string[] | null;
  readonly tolerance: number | null;
  readonly unit: string | null;
}

/** What a question file of one kind means. `ids` are those of the options, or of what prompts are matched with. */
export type ContentKind<K extends QuestionKind> = ContentKindOf<PublicPart<K>, KeyOf<K>>;

interface ContentKindOf<Public, Key> {
  /** The keys of the front matter that mean something for this kind and not for every kind. */
  readonly frontKeys: readonly FrontKey[];
  /** Whether a learner chooses or arranges entries: a tolerance or a unit in such a file can only be left over. */
  readonly hasEntries: boolean;
  /** Whether a file that states no kind is of this one. Kinds are asked in the order of `questionKinds`. */
  readonly recognise: (body: Body, front: Partial<QuestionFrontMatter>) => boolean;
  /** Finds the answer in a file of this kind that has no task list. */
  readonly answerBlock: (body: readonly RootContent[]) => AnswerBlock;
  /** The entries that the letters A, B, … of the file name, in the order of the file. */
  readonly lettered: (read: ReadQuestion) => readonly ReadOption[];
  /** Reports what is wrong with the options or the answer. */
  readonly check: (read: ReadQuestion, tell: Tell) => void;
  /** `keepsOrder`: every learner sees the options of a choice in the order of the file. `stemText` is given where it is more than the stem. */
  readonly publicPart: (
    read: ReadQuestion,
    ids: readonly string[],
    toOption: ToOption,
    keepsOrder: boolean,
    print: PrintPieces,
  ) => Public & { readonly stemText?: string };
  readonly key: (read: ReadQuestion, ids: readonly string[]) => Key;
  /** The answer as a draft; what a kind does not have is left out. */
  readonly draftAnswer: (read: ReadQuestion, writer: DraftWriter) => Partial<DraftAnswer>;
  /** Whether the kind of this draft follows from its answer part, so that no key `kind` is needed. */
  readonly isInferred: (draft: QuestionDraft) => boolean;
  /** The Markdown between the stem and the explanation. */
  readonly answerPart: (draft: QuestionDraft) => string;
  readonly answerKeys: (draft: QuestionDraft) => AnswerKeys;
  /** What a new file of this kind has to be filled in with. Unfilled it has an error for every part. */
  readonly template: Template;
}

interface Template {
  /** Lines of the front matter. */
  readonly front: string;
  /** Between the stem and the explanation. */
  readonly answer: string;
}

export const noAnswerKeys = (): AnswerKeys => ({ answer: null, tolerance: null, unit: null });

/** Sorted by id where the order of the file is the key. */
export function sortedById(options: readonly Option[]): readonly Option[] {
  return [...options].sort((a, b) => (a.id < b.id ? -1 : 1));
}
