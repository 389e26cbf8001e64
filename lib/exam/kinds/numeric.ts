import { readValue } from "../form-fields.ts";
import { isAmbiguous, readNumbers } from "../read-numbers.ts";
import { type Answering, type Judging, type KeyOf, noDetails } from "./kind.ts";

/** A number is right within the tolerance of the key. */
export const numericAnswering: Answering<"numeric"> = {
  read: (form) => {
    const value = readValue(form);
    return value === null ? null : { kind: "numeric", value };
  },
  given: ({ value }) => Number(value.trim() !== ""),
};

export const numericJudging: Judging<"numeric"> = {
  parts: () => 1,
  fits: () => true,
  notReady: (_, { value }, decimal) => {
    if (value.trim() === "") return "nothing-chosen";
    if (readNumbers(value).length === 0) return "not-a-number";
    return isAmbiguous(value, decimal) ? "ambiguous-number" : null;
  },
  isRight: (key, { value }) => readNumbers(value).some((number) => isWithin(number, key)),
  partialPoints: () => 0,
  order: () => [],
  details: ({ unit }) => ({ ...noDetails, unit }),
  chanceOfGuess: () => 0,
  choices: () => null,
  chosen: () => [],
  rightOptions: () => [],
  shortKey: ({ value, written }) => ({ answers: [written ?? String(value)] }),
  canonical: ({ value, tolerance }) => ({ value, tolerance }),
};

/**
 * A value on the edge of the tolerance is right; binary fractions must not decide otherwise. Their error grows with the
 * numbers and is a few units in the last place: a key may be as small as Planck's constant, or a count of twelve digits.
 */
function isWithin(value: number, key: KeyOf<"numeric">): boolean {
  const rounding = 8 * Number.EPSILON * Math.max(Math.abs(key.value), key.tolerance);
  return Math.abs(value - key.value) <= key.tolerance + rounding;
}
