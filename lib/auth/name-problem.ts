import type { FieldProblem } from "./field-problems.ts";

/** Looks like a space, but counts as a symbol. */
const blankBraille = "\u2800";
/** Requests the coloured form of the picture before it; phones write it automatically. */
const afterPicture = /(?<=\p{Extended_Pictographic})\ufe0f/gu;
const unseen = /[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u;
/** Real writing stacks at most three. More cover the lines around a name. */
const stackedMarks = /\p{Mn}{4,}/u;

type NameProblem = Extract<FieldProblem, `name-${string}`>;

/** Returns what is wrong with a display name, or null: every character must be visible, and at least one must be a letter or digit. */
export function nameProblem(name: string): NameProblem | null {
  if (unseen.test(name.replace(afterPicture, ""))) return "name-unseen";
  if (!/[\p{L}\p{N}]/u.test(name)) return "name-unreadable";
  if (name.includes(blankBraille)) return "name-unseen";
  if (/^\p{M}/u.test(name) || stackedMarks.test(name.normalize("NFD"))) return "name-marks";
  return null;
}
