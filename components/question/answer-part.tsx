import type { ReactNode } from "react";
import { Verdict } from "#components/question/verdict";
import type { LanguageMarks } from "#lib/exam/language-marks";
import type { Answer, AnswerKey } from "#lib/exam/question";

type AnswerPartProps = {
  /** The answer given for this part; null if the question was not answered. */
  yours: string | null;
  /** The correct answer for it; null until the key may be shown. */
  right: string | null;
  /** The attributes of the language of both. */
  marks?: LanguageMarks | undefined;
  children: ReactNode;
};

/** The row for one part of an answer: a pair, a position or a blank. */
export function AnswerPart({ yours, right, marks, children }: AnswerPartProps) {
  const is = yours === null ? "other" : yours === right ? "key" : "wrong";
  return (
    <li data-is={right === null ? undefined : is} className="part">
      {children}
      {right === null ? null : <Verdict yours={yours} right={right} marks={marks} />}
    </li>
  );
}

type PartSelectProps = {
  name: string;
  value: string | number | undefined;
  label: string;
  entries: readonly (readonly [value: string | number, text: ReactNode])[];
  /** The attributes of the language of their texts. */
  marks?: LanguageMarks | undefined;
};

/** A native list of the choices for one part, with nothing chosen initially. */
export function PartSelect({ name, value, label, entries, marks }: PartSelectProps) {
  return (
    <select name={name} defaultValue={value} aria-label={label}>
      <option value="">–</option>
      {entries.map(([value, text]) => (
        <option key={value} value={value} {...marks}>
          {text}
        </option>
      ))}
    </select>
  );
}

/** The pairs that an answer or a key holds, by the ids of its prompts or blanks; null when it holds none. */
export function pairsOf(held: Answer | AnswerKey | null | undefined): Readonly<Record<string, string>> | null {
  return held && "pairs" in held ? held.pairs : null;
}
