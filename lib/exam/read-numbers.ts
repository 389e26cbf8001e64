import type { DecimalSign } from "./decimal-sign.ts";

const decimal = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
const commasApart = /^[+-]?[1-9]\d{0,2}(,\d{3})+(\.\d+)?$/;
const pointsApart = /^[+-]?[1-9]\d{0,2}(\.\d{3})+(,\d+)?$/;
const onePointApart = /^[+-]?[1-9]\d{0,2}\.\d{3}$/;

/**
 * The numbers that a learner may have meant by what is written: with a decimal point or comma, an optional sign or exponent,
 * thousands apart by spaces, apostrophes, commas or points. `40,960` and `40.960` may be 40.96 and may be 40960: both. Empty when
 * it is no number.
 */
export function readNumbers(text: string): readonly number[] {
  const plain = plainOf(text);
  const readings = [plain.replace(/^([^.,]*),([^.,]*)$/, "$1.$2")];
  if (commasApart.test(plain)) readings.push(plain.replaceAll(",", ""));
  if (pointsApart.test(plain)) readings.push(plain.replaceAll(".", "").replace(",", "."));
  return readings.filter((reading) => decimal.test(reading)).map(Number);
}

/**
 * Whether somebody who writes decimals with a comma may have meant two numbers: "1.200" is 1200 to their eyes and 1.2 on a
 * calculator. To those who write a decimal point it is 1.2, and their "1,200" is 1200 as their own language writes it.
 */
export function isAmbiguous(text: string, decimal: DecimalSign): boolean {
  return decimal === "," && onePointApart.test(plainOf(text));
}

function plainOf(text: string): string {
  return text
    .trim()
    .replace(/[\u2212\u2013\u2014]/g, "-")
    .replace(/[\s'\u2019]/g, "");
}
