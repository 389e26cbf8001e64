import { judgingOf } from "#lib/exam/kinds/judging";
import type { PublicQuestion } from "#lib/exam/question";
import type { WritersLetters } from "./render/comment-html.ts";

/**
 * What letters mean to a writer who sees the options of `question` in `order` (ids); null if it has none, or the writer
 * saw another wording.
 */
export function writersLetters(question: PublicQuestion, order: readonly string[]): WritersLetters | null {
  if (!("options" in question)) return null;
  const known = new Set(question.options.map(({ id }) => id));
  const isWhole = order.length === known.size && new Set(order).size === known.size;
  if (!isWhole || !order.every((id) => known.has(id))) return null;
  const choices = judgingOf(question.kind).choices(question) ?? [];
  return { order, stem: question.stemText, options: choices.map(({ text }) => text) };
}
