import type { ParsedQuestion } from "../parsed-question.ts";
import type { Problem } from "../problem.ts";
import { examRules } from "../rules/exam-rules.ts";

/** Every flaw that shows only over all questions of an exam. */
export function lintExam(questions: readonly ParsedQuestion[]): readonly Problem[] {
  return examRules.flatMap((rule) =>
    rule
      .check(questions)
      .map(({ file, at, message, fix }) => ({ rule: rule.id, severity: rule.severity, file, place: at, message, fix })),
  );
}
