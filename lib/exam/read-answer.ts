import type { Answer, QuestionKind } from "./question.ts";

/**
 * The answer that the fields of an item's form hold; null when nothing is filled in. Fields: `option` (ids chosen),
 * `place:<option id>` (its position, from 1), `pair:<prompt id>` (an option id), `value` (what was typed).
 */
export function readAnswer(kind: QuestionKind, form: FormData): Answer | null {
  const chosen = form.getAll("option").map(String);
  const value = String(form.get("value") ?? "");
  switch (kind) {
    case "single":
      return chosen[0] === undefined ? null : { kind, optionId: chosen[0] };
    case "multiple":
      return chosen.length === 0 ? null : { kind, optionIds: [...chosen].sort() };
    case "ordering": {
      const places = fieldsUnder(form, "place:").sort((a, b) => Number(a[1]) - Number(b[1]));
      const distinct = new Set(places.map(([, place]) => place)).size === places.length;
      return places.length === 0 || !distinct ? null : { kind, optionIds: places.map(([id]) => id) };
    }
    case "matching": {
      const pairs = fieldsUnder(form, "pair:");
      return pairs.length === 0 ? null : { kind, pairs: Object.fromEntries(pairs) };
    }
    default:
      return value.trim() === "" ? null : { kind, value };
  }
}

function fieldsUnder(form: FormData, prefix: string): [string, string][] {
  return [...form.entries()]
    .filter(([name, value]) => name.startsWith(prefix) && value !== "")
    .map(([name, value]) => [name.slice(prefix.length), String(value)]);
}
