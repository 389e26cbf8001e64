import type { Answer, QuestionKind } from "./question.ts";

const mostPlaces = 60;

/**
 * The answer that the fields of an item's form hold; null when nothing is filled in, or two entries share a place. Fields: `option` (ids chosen),
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
      const entries = fieldsUnder(form, "place:");
      if (entries.length === 0 || sharesPlace(form)) return null;
      const byPlace = new Map(entries.map(([id, place]) => [Number(place), id]));
      return { kind, optionIds: Array.from({ length: lastPlace(byPlace) }, (_, i) => byPlace.get(i + 1) ?? "") };
    }
    case "matching": {
      const pairs = fieldsUnder(form, "pair:");
      return pairs.length === 0 ? null : { kind, pairs: Object.fromEntries(pairs) };
    }
    default:
      return value.trim() === "" ? null : { kind, value };
  }
}

/** What a form gives that is sent to be checked. Its button "I don't know" says so whatever the fields hold. */
export function readGiven(kind: QuestionKind, form: FormData): Answer | null | "place-shared" {
  if (form.get("intent") === "dont-know") return { kind: "dont-know" };
  return sharesPlace(form) ? "place-shared" : readAnswer(kind, form);
}

/**
 * Whether two entries of an order are given the same place, as one step of changing it: there is no order then that could
 * be kept, and the one that is kept stays until there is.
 */
export function sharesPlace(form: FormData): boolean {
  const places = fieldsUnder(form, "place:").map(([, place]) => Number(place));
  return new Set(places).size < places.length;
}

/** A form that somebody made up may name any. */
function lastPlace(byPlace: ReadonlyMap<number, string>): number {
  return Math.max(0, ...[...byPlace.keys()].filter((place) => place <= mostPlaces));
}

function fieldsUnder(form: FormData, prefix: string): [string, string][] {
  return [...form.entries()]
    .filter(([name, value]) => name.startsWith(prefix) && value !== "")
    .map(([name, value]) => [name.slice(prefix.length), String(value)]);
}
