import { letterAt } from "#lib/exam/letters";
import type { EditableQuestion } from "./editable-question.ts";
import { fieldText } from "./field-lines.ts";

/** A question as a form shows it, in a learner's order and letters. */
export interface ShownForm {
  readonly stem: string;
  readonly cloze: string | null;
  /** In the learner's order; `index` is the position in the file, by which the fields are named. */
  readonly entries: readonly {
    readonly index: number;
    /** Null for the steps of an ordering. */
    readonly letter: string | null;
    readonly text: string;
    readonly note: string;
    readonly correct: boolean;
  }[];
  /** The letter of an added option; null if none can be added. */
  readonly nextLetter: string | null;
  readonly pairs: readonly (readonly [string, string])[];
  readonly front: readonly { readonly key: string; readonly text: string }[];
  readonly explanation: string;
  readonly references: string;
}

export function shownForm(question: EditableQuestion): ShownForm {
  const { entries, letters, added } = question;
  const isChoice = added !== null;
  // The order of the steps is the key, so it is shown as it is.
  const order = isChoice ? letters.order : entries.map((_, i) => i);
  return {
    stem: fieldText(question.stem),
    cloze: question.cloze && fieldText(question.cloze),
    entries: order.flatMap((index, position) => {
      const entry = entries[index];
      if (entry === undefined) return [];
      const { text, note, correct } = entry;
      const letter = isChoice ? letterAt(position) : null;
      return [{ index, letter, text: fieldText(text), note: note ? fieldText(note) : "", correct: correct === true }];
    }),
    nextLetter: isChoice ? letterAt(entries.length) : null,
    pairs: question.pairs.map(([left, right]) => [left.text, right.text]),
    front: question.front.map(({ key, value }) => ({ key, text: fieldText(value) })),
    explanation: fieldText(question.explanation),
    references: fieldText(question.references),
  };
}
