import type { SuggestionState } from "./actions.ts";

/** What somebody wrote into the form of a suggestion. */
export type Written = Pick<SuggestionState, "texts" | "correct" | "removed" | "comment">;

/** Reads it from the fields that the form sends. */
export function readWritten(form: FormData): Written {
  const fields = [...form].flatMap(([name, value]) =>
    name.startsWith("field-") ? [[name.slice("field-".length), String(value)] as const] : [],
  );
  return {
    texts: Object.fromEntries(fields),
    correct: form.getAll("correct").map(String),
    removed: form.getAll("removed").map(String),
    comment: String(form.get("comment") ?? ""),
  };
}

/** The form before anything is sent: it shows the file. */
export const untouched: SuggestionState = {
  said: null,
  problems: [],
  hunks: null,
  texts: null,
  correct: [],
  removed: [],
  comment: "",
  round: 0,
};
