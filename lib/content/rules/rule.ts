import type { Nodes } from "mdast";
import type { QuestionLetters } from "../letters/question-letters.ts";
import type { ParsedQuestion } from "../parsed-question.ts";
import type { Meant, Place, Severity } from "../problem.ts";
import type { ReadOption, ReadQuestion } from "../read/read-question.ts";

/** What a rule says of one place; rule id, severity and file are added for it. */
interface Remark {
  readonly at: Nodes | Place | undefined;
  readonly message: string;
  readonly fix: string;
  readonly meant?: Meant;
}

/** A question as a rule looks at it. */
export interface LintedQuestion {
  readonly read: ReadQuestion;
  readonly stemText: string;
  readonly keys: readonly ReadOption[];
  readonly distractors: readonly ReadOption[];
  readonly letters: QuestionLetters;
}

interface RuleText {
  readonly id: string;
  readonly severity: Severity;
  readonly description: string;
}

/** A flaw of one question. Examples are whole files of an exam with the single domain `d`. */
export interface QuestionRule extends RuleText {
  readonly examples: { readonly bad: readonly string[]; readonly good: readonly string[] };
  readonly check: (question: LintedQuestion) => readonly Remark[];
}

/** A flaw that shows only over all questions of an exam. Examples are lists of files. */
export interface ExamRule extends RuleText {
  readonly examples: { readonly bad: readonly (readonly string[])[]; readonly good: readonly (readonly string[])[] };
  readonly check: (
    questions: readonly ParsedQuestion[],
  ) => readonly (Omit<Remark, "at"> & { readonly at: Place; readonly file: string })[];
}
