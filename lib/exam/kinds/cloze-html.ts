import { blankWord, type QuestionOf } from "./kind.ts";

/**
 * The text as HTML with a native list in each blank. It is one string and not elements of a component, because a blank may
 * stand within a table or emphasis. Options are plain words, and so their HTML is fit for a list.
 */
export function clozeHtml({ cloze, options }: QuestionOf<"cloze">, order: readonly string[]): string {
  const htmlOf = new Map(options.map(({ id, html }) => [id, html]));
  const fields = cloze.blanks.map(({ id, optionIds }) => {
    const entries = order
      .filter((option) => optionIds.includes(option))
      .map((option) => `<option value="${option}">${htmlOf.get(option)}</option>`);
    return `<select name="pair:${id}" aria-label="${blankWord} ${id}"><option value="">–</option>${entries.join("")}</select>`;
  });
  return cloze.pieces.map((piece, i) => piece + (fields[i] ?? "")).join("");
}
