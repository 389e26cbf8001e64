import { pairsOf } from "#components/question/answer-part";
import type { Answer } from "#lib/exam/question";

/** Fills the fields of an item's form with `answer`. The focus stays where it is. */
export function applyAnswer(form: HTMLFormElement, answer: Answer | null): void {
  const chosen = chosenIds(answer);
  // Also if it seems to be set already: a radio that another one switched off must be switched off explicitly, or
  // React, which still considers it on, ignores the next click on it.
  for (const input of form.querySelectorAll<HTMLInputElement>('input[name="option"]'))
    input.checked = chosen.includes(input.value);
  const pairs = pairsOf(answer) ?? {};
  const order = answer?.kind === "ordering" ? answer.optionIds : [];
  for (const select of form.querySelectorAll<HTMLSelectElement>("select")) {
    const [field, id = ""] = split(select.name);
    if (field === "pair") setValue(select, pairs[id] ?? "");
    if (field === "place") setValue(select, order.includes(id) ? String(order.indexOf(id) + 1) : "");
  }
  const value = answer?.kind === "numeric" || answer?.kind === "text" ? answer.value : "";
  for (const input of form.querySelectorAll<HTMLInputElement>('input[name="value"]')) setValue(input, value);
  // The rows of an ordering follow their positions.
  form.dispatchEvent(new Event("filled"));
}

function chosenIds(answer: Answer | null): readonly string[] {
  if (answer?.kind === "single") return [answer.optionId];
  return answer?.kind === "multiple" ? answer.optionIds : [];
}

function split(name: string): readonly string[] {
  const colon = name.indexOf(":");
  return [name.slice(0, colon), name.slice(colon + 1)];
}

function setValue(field: HTMLInputElement | HTMLSelectElement, value: string) {
  if (field.value !== value) field.value = value;
}
