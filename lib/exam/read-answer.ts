import { sharesPlace } from "./form-fields.ts";
import { answeringOf } from "./kinds/answering.ts";
import type { Answer, QuestionKind } from "./question.ts";

/**
 * The answer in the fields of an item's form; null when nothing is filled in, or two entries share a place. Fields:
 * `option` (ids chosen), `place:<option id>` (its position, from 1), `pair:<prompt id>` (an option id), `value` (what was
 * typed).
 */
export function readAnswer(kind: QuestionKind, form: FormData): Answer | null {
  return answeringOf(kind).read(form);
}

/** What a form gives that is sent to be checked. Its button "I don't know" decides, whatever the fields hold. */
export function readGiven(kind: QuestionKind, form: FormData): Answer | null | "place-shared" {
  if (form.get("intent") === "dont-know") return { kind: "dont-know" };
  return sharesPlace(form) ? "place-shared" : readAnswer(kind, form);
}
