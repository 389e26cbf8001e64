import { plainText } from "#lib/markdown/plain-text";
import type { QuestionLetters } from "../letters/question-letters.ts";
import type { Problem } from "../problem.ts";
import type { ReadQuestion } from "../read/read-question.ts";
import { questionRules } from "../rules/question-rules.ts";
import type { LintedQuestion } from "../rules/rule.ts";

/** Every flaw that the rules see in one question. */
export function lintQuestion(read: ReadQuestion, letters: QuestionLetters): readonly Problem[] {
  const question = lintedQuestion(read, letters);
  const problems: Problem[] = [];
  for (const { id, severity, check } of questionRules) {
    for (const { at, message, fix, meant } of check(question)) {
      const start = at === undefined ? undefined : "line" in at ? at : at.position?.start;
      const place = { line: start?.line ?? 1, column: start?.column ?? 1 };
      problems.push({
        rule: id,
        severity,
        file: read.file,
        place,
        message,
        fix,
        ...(meant === undefined ? {} : { meant }),
      });
    }
  }
  return problems;
}

function lintedQuestion(read: ReadQuestion, letters: QuestionLetters): LintedQuestion {
  return {
    read,
    stemText: plainText(read.parts.stem),
    keys: read.options.filter((option) => option.correct),
    distractors: read.options.filter((option) => !option.correct),
    letters,
  };
}
