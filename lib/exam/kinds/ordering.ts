import { fieldsUnder, sharesPlace } from "../form-fields.ts";
import { letterAt } from "../letters.ts";
import { type Answering, type Judging, noDetails } from "./kind.ts";
import { areDistinct, idsOf } from "./option-ids.ts";
import { rightLessWrong } from "./right-less-wrong.ts";

const mostPlaces = 60;

/** Every entry has one correct position. */
export const orderingAnswering: Answering<"ordering"> = {
  read: (form) => {
    const entries = fieldsUnder(form, "place:");
    if (entries.length === 0 || sharesPlace(form)) return null;
    const byPlace = new Map(entries.map(([id, place]) => [Number(place), id]));
    const optionIds = Array.from({ length: lastPlace(byPlace) }, (_, i) => byPlace.get(i + 1) ?? "");
    return { kind: "ordering", optionIds };
  },
  given: ({ optionIds }) => placed(optionIds).length,
};

export const orderingJudging: Judging<"ordering"> = {
  parts: (question) => question.options.length,
  fits: (question, answer) => areDistinct(placed(answer.optionIds), question.options),
  notReady: ({ options }, { optionIds }) =>
    optionIds.length === options.length && placed(optionIds).length === options.length ? null : "order-incomplete",
  isRight: ({ optionIds }, answer) => isSameList(optionIds, answer.optionIds),
  partialPoints: (_, key, answer, version) => (version === 1 ? 0 : partialPoints(key.optionIds, answer.optionIds)),
  order: (question, shuffle) => shuffle(idsOf(question.options)),
  details: () => noDetails,
  chanceOfGuess: ({ options }) => 1 / factorial(options.length),
  choices: () => null,
  chosen: () => [],
  rightOptions: () => [],
  shortKey: ({ optionIds }, order) => ({ order: optionIds.map((id) => letterAt(order.indexOf(id))) }),
  canonical: (key, option) => ({ order: key.optionIds.map(option) }),
};

/** The entries that have a position. */
function placed(optionIds: readonly string[]): readonly string[] {
  return optionIds.filter((id) => id !== "");
}

/** A forged form may name any position. */
function lastPlace(byPlace: ReadonlyMap<number, string>): number {
  return Math.max(0, ...[...byPlace.keys()].filter((place) => place <= mostPlaces));
}

/**
 * Counts pairs of entries by which of the two comes first, so that one misplaced entry does not spoil the others.
 * A pair with an unplaced entry is neither correct nor incorrect. With all entries placed, this is Kendall's tau (1938),
 * but never below 0.
 */
function partialPoints(key: readonly string[], given: readonly string[]): number {
  const pairs = key.flatMap((first, i) =>
    key.slice(i + 1).map((second) => [given.indexOf(first), given.indexOf(second)]),
  );
  const placed = pairs.filter((places) => !places.includes(-1)) as [number, number][];
  const right = placed.filter(([first, second]) => first < second).length;
  return rightLessWrong({ chosen: right, of: pairs.length }, { chosen: placed.length - right, of: pairs.length });
}

function isSameList(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((id, i) => id === b[i]);
}

function factorial(n: number): number {
  return n <= 1 ? 1 : n * factorial(n - 1);
}
