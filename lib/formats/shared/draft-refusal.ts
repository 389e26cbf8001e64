import type { QuestionDraft } from "#lib/content/draft";
import { asking, matchTexts } from "#lib/content/matches";
import { blanksOf } from "./blanks.ts";

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
  const options = draft.options ?? [];
  switch (kindOf(draft)) {
    case "single":
    case "multiple": {
      if (options.length === 0) return "no options were found";
      if (options.length === 1) return "there is only one option: nothing to choose from";
      if (options.length > 26) return `there are ${options.length} options; at most 26 have a letter`;
      const empty = options.findIndex((option) => option.text.trim() === "");
      if (empty >= 0) return `option ${empty + 1} has no text`;
      const texts = options.map((option) => option.text.trim().replace(/\s+/g, " "));
      const twin = texts.findIndex((text, index) => texts.indexOf(text) !== index);
      if (twin >= 0)
        return `options ${texts.indexOf(texts[twin] ?? "") + 1} and ${twin + 1} both say "${shortened(texts[twin])}"`;
      return options.some((option) => option.correct) ? null : "no option is marked as right, and no key is stated";
    }
    case "ordering":
      if ((draft.steps?.filter((step) => step.trim() !== "").length ?? 0) < 2)
        return "there are fewer than two steps to put in order";
      return told("steps", repeated(draft.steps ?? []), "");
    case "matching":
      if (asking(draft.pairs ?? []).length < 2) return "there are fewer than two pairs to match";
      if (draft.pairs?.some(([, match]) => match.trim() === "")) return "a pair has an empty side";
      if (matchTexts(draft.pairs ?? []).length < 2) return "there is only one match: nothing to choose from";
      return told("pairs", repeated(asking(draft.pairs ?? []).map(([left]) => left)), "; here each is asked once");
    case "numeric":
      return Number.isFinite(draft.numeric?.value) ? null : "no number is stated as the answer";
    case "text":
      return (draft.accepted?.length ?? 0) === 0 ? "no accepted answer is stated" : null;
    case "cloze": {
      const blanks = blanksOf(draft.cloze ?? "");
      const short = blanks.findIndex((blank) => blank.filter((text) => text !== "").length < 2);
      if (blanks.length === 0) return "the text has no blanks";
      return short < 0 ? null : `blank ${short + 1} has fewer than two options: nothing to choose from`;
    }
  }
}

/** The first text that stands twice. */
function repeated(texts: readonly string[]): string | undefined {
  const trimmed = texts.map((text) => text.trim());
  return trimmed.find((text, index) => trimmed.indexOf(text) !== index);
}

function told(names: string, text: string | undefined, why: string): string | null {
  return text === undefined ? null : `two ${names} say "${shortened(text)}"${why}`;
}

function shortened(text = ""): string {
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}

/** The kind that is stated, or what the number of keys makes it. */
export function kindOf(draft: Partial<QuestionDraft>): QuestionDraft["kind"] {
  if (draft.kind !== undefined) return draft.kind;
  return (draft.options ?? []).filter((option) => option.correct).length > 1 ? "multiple" : "single";
}
