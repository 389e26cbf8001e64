import type { QuestionDraft } from "#lib/content/draft";
import { draftKind } from "./kinds/kinds.ts";

/** Longest question, in characters of all its texts; ours have at most 256 KiB. */
const longestItem = 100_000;

function lengthOf(value: unknown): number {
  if (typeof value === "string") return value.replace(/data:image\/[^\s)"]*/g, "").length;
  return typeof value === "object" && value !== null
    ? Object.values(value).reduce((sum: number, part) => sum + lengthOf(part), 0)
    : 0;
}

/** Why no question can be made of `draft`, or null. */
export function refusalOf(draft: Partial<QuestionDraft>): string | null {
  const size = lengthOf(draft);
  if (size > longestItem) return `the question has ${size} characters; at most ${longestItem} are read`;
  if ((draft.stem ?? "").trim() === "") return "the question has no text";
  return draftKind(kindOf(draft)).refusal(draft);
}

/** The kind that is stated, or what the number of keys makes it. */
export function kindOf(draft: Partial<QuestionDraft>): QuestionDraft["kind"] {
  if (draft.kind !== undefined) return draft.kind;
  return (draft.options ?? []).filter((option) => option.correct).length > 1 ? "multiple" : "single";
}
