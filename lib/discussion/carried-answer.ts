import { judgingOf } from "#lib/exam/kinds/judging";
import type { PublicQuestion } from "#lib/exam/question";

/** Whether comments on this question can carry an answer: only if its answer is a choice of options. */
export function carriesAnswers(question: PublicQuestion): boolean {
  return judgingOf(question.kind).choices(question) !== null;
}

/**
 * The answer of a comment as stored: sorted option ids as JSON, null for none, "foreign" if it is not an answer to this
 * question.
 */
export function carriedAnswer(question: PublicQuestion, optionIds: readonly string[]): string | null | "foreign" {
  if (optionIds.length === 0) return null;
  const options = judgingOf(question.kind).choices(question);
  if (options === null) return "foreign";
  const known = new Set(options.map((option) => option.id));
  const chosen = [...new Set(optionIds)].sort();
  if (!chosen.every((id) => known.has(id))) return "foreign";
  return chosen.length > 1 && question.kind === "single" ? "foreign" : JSON.stringify(chosen);
}
