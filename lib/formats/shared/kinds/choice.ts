import type { QuestionDraft } from "#lib/content/draft";
import type { Option } from "#lib/exam/question";
import { shortened } from "./kind.ts";

/** Why no single or multiple choice can be made of `draft`, or null. */
export function choiceRefusal({ options = [] }: Partial<QuestionDraft>): string | null {
  if (options.length === 0) return "no options were found";
  if (options.length === 1) return "there is only one option: nothing to choose from";
  if (options.length > 26) return `there are ${options.length} options; at most 26 have a letter`;
  const empty = options.findIndex((option) => option.text.trim() === "");
  if (empty >= 0) return `option ${empty + 1} has no text`;
  const texts = options.map((option) => option.text.trim().replace(/\s+/g, " "));
  const twin = texts.findIndex((text, index) => texts.indexOf(text) !== index);
  if (twin >= 0)
    return `options ${texts.indexOf(texts[twin] ?? "") + 1} and ${twin + 1} both say "${shortened(texts[twin])}"`;
  return options.some((option) => option.correct) ? null : "no option is marked as correct, and no key is stated";
}

/** Which of the options are right, such as "x--x". */
export function draftMarks({ options }: QuestionDraft): string {
  return options.map(({ correct }) => (correct ? "x" : "-")).join("");
}

/** The same of options of which those with `rightIds` are right. */
export function readMarks(options: readonly Option[], rightIds: readonly string[]): string {
  return options.map(({ id }) => (rightIds.includes(id) ? "x" : "-")).join("");
}
