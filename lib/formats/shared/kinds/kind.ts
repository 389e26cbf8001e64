import type { QuestionDraft } from "#lib/content/draft";
import type { KeyOf, QuestionOf } from "#lib/exam/kinds/kind";
import type { QuestionKind } from "#lib/exam/question";

/** What an import asks of a draft of one kind, and how it is compared with the question that its file is read as. */
export type DraftKind<K extends QuestionKind> = DraftKindOf<QuestionOf<K>, KeyOf<K>>;

// Members are methods, so that the entry of one kind can stand for the entry of any kind: the caller has looked it up by
// the kind of its arguments.
interface DraftKindOf<Asked, Key> {
  /** Why no question can be made of `draft`, or null. */
  refusal(draft: Partial<QuestionDraft>): string | null;
  /** What must be right, as text, and how much there is to choose from. */
  answerOf(draft: QuestionDraft): string;
  /** The same of the question that the file of a draft is read as: equal when it reads as the draft means it. */
  readAnswer(question: Asked, key: Key): string;
}

/** The reason that two of the `texts` are equal, or null. `why` says what is wrong with that. */
export function repetition(names: string, texts: readonly string[], why = ""): string | null {
  const trimmed = texts.map((text) => text.trim());
  const twin = trimmed.find((text, index) => trimmed.indexOf(text) !== index);
  return twin === undefined ? null : `two ${names} say "${shortened(twin)}"${why}`;
}

export function shortened(text = ""): string {
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
