import { sharesPlace } from "./form-fields.ts";
import { answeringOf } from "./kinds/answering.ts";
import type { Answer, QuestionKind } from "./question.ts";

/**
 * The answer in the fields of an item's form; null when nothing is filled in, or two entries share a position. Fields:
 * `option` (ids chosen), `place:<option id>` (its position, from 1), `pair:<prompt id>` (an option id), `value` (what was
 * typed).
 */
export function readAnswer(kind: QuestionKind, form: FormData): Answer | null {
  return answeringOf(kind).read(form);
}

/** The answer in a form that is sent to be checked. The button "I don't know" overrides the fields. */
export function readGiven(kind: QuestionKind, form: FormData): Answer | null | "place-shared" {
  if (form.get("intent") === "dont-know") return { kind: "dont-know" };
  return sharesPlace(form) ? "place-shared" : readAnswer(kind, form);
}
