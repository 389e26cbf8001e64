import { isMended } from "./is-mended.ts";
import { judgingOf } from "./kinds/judging.ts";
import type { Rename } from "./kinds/kind.ts";
import type { AnswerKey, Option, PublicQuestion } from "./question.ts";

/** One wording of a question. */
export interface Wording {
  readonly public: PublicQuestion;
  readonly key: AnswerKey;
}

/**
 * Returns whether the correct answer has changed. An option is identified by its text, so a corrected typo changes its id but not
 * the option. A rewritten option counts as another one, even if it means the same: better to notify too often than never.
 */
export function isKeyChanged(before: Wording, after: Wording): boolean {
  const option = successor(optionsOf(before), optionsOf(after));
  const prompt = successor(promptsOf(before), promptsOf(after));
  return canonical(before.key, option, prompt) !== canonical(after.key);
}

const unchanged: Rename = (id) => id;

/** A key as text with its ids renamed; equal keys give equal texts. */
function canonical(key: AnswerKey, option = unchanged, prompt = unchanged): string {
  return JSON.stringify(judgingOf(key.kind).canonical(key, option, prompt));
}

/** The id in one wording of each option of the other. */
function successor(before: readonly Option[], after: readonly Option[]): Rename {
  const added = after.filter(({ id }) => before.every((old) => old.id !== id));
  const removed = before.filter(({ id }) => after.every((current) => current.id !== id));
  const names = new Map(
    removed.flatMap((old) => {
      const mended = added.find((each) => isMended(old.text, each.text));
      return mended === undefined ? [] : [[old.id, mended.id] as const];
    }),
  );
  return (id) => names.get(id) ?? id;
}

function optionsOf({ public: question }: Wording): readonly Option[] {
  return "options" in question ? question.options : [];
}

function promptsOf({ public: question }: Wording): readonly Option[] {
  return "prompts" in question ? question.prompts : [];
}
