import { plainText } from "#lib/markdown/plain-text";
import { optionReferences } from "./letters/option-references.ts";
import type { Problem } from "./problem.ts";
import type { ReadQuestion } from "./read-question.ts";
import type { LintedQuestion } from "./rule.ts";
import { questionRules } from "./rules/question-rules.ts";

/** Every flaw that the rules see in one question. */
export function lintQuestion(read: ReadQuestion): readonly Problem[] {
  const question = lintedQuestion(read);
  return questionRules.flatMap((rule) =>
    rule.check(question).map(({ at, message, fix }) => {
      const start = at === undefined ? undefined : "line" in at ? at : at.position?.start;
      const place = { line: start?.line ?? 1, column: start?.column ?? 1 };
      return { rule: rule.id, severity: rule.severity, file: read.file, place, message, fix };
    }),
  );
}

function lintedQuestion(read: ReadQuestion): LintedQuestion {
  const { parts, source, options } = read;
  const lettered =
    read.kind === "matching" ? read.pairs.map(([, right]) => right.text) : options.map((option) => option.text);
  const secret = [...options.flatMap((option) => option.note), ...(parts.explanation?.content ?? [])];
  return {
    read,
    stemText: plainText(parts.stem),
    keys: options.filter((option) => option.correct),
    distractors: options.filter((option) => !option.correct),
    lettersInStem: optionReferences(parts.stem, source, lettered).findings,
    letters: optionReferences(secret, source, lettered).findings,
  };
}
