import type { DisputeNote } from "#lib/exam/dispute";
import type { QuestionKind, Reference } from "#lib/exam/question";

/**
 * A question as Markdown, taken apart but not rendered: what importers make, `writeQuestion` prints and exporters read.
 * All texts are Markdown in which `{B}` names the second option.
 */
export interface QuestionDraft {
  readonly id: string;
  readonly kind: QuestionKind;
  readonly domain: string | null;
  readonly difficulty: "easy" | "medium" | "hard" | null;
  readonly tags: readonly string[];
  readonly origin: string | null;
  readonly checked: string | null;
  readonly dispute?: DisputeNote | undefined;
  readonly case: string | null;
  readonly shuffle: boolean;
  readonly stem: string;
  /** single, multiple */
  readonly options: readonly DraftOption[];
  /** How many to choose, when it differs from the number of keys. */
  readonly select: number | null;
  /** ordering: the steps in their right order */
  readonly steps: readonly string[];
  /** matching: header and right pairs */
  readonly columns: readonly [string, string] | null;
  readonly pairs: readonly (readonly [string, string])[];
  /** numeric */
  readonly numeric: {
    readonly value: number;
    /** As the author wrote it, "3.10", where it is printed otherwise. */
    readonly written?: string;
    readonly tolerance: number;
    readonly unit: string | null;
  } | null;
  /** text */
  readonly accepted: readonly string[];
  /** cloze: the text, with each blank as `[[right option | wrong option]]` */
  readonly cloze: string;
  readonly explanation: string;
  readonly references: readonly Reference[];
}

export interface DraftOption {
  readonly text: string;
  readonly correct: boolean;
  readonly note: string | null;
}
