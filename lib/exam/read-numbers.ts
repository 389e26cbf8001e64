const decimal = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
const commasApart = /^[+-]?[1-9]\d{0,2}(,\d{3})+(\.\d+)?$/;
const pointsApart = /^[+-]?[1-9]\d{0,2}(\.\d{3})+((?<=\.\d{3}\.\d{3})|,\d+)$/;

/**
 * The numbers that a learner may have meant by what is written: with a decimal point or comma, an optional sign or exponent,
 * thousands apart by spaces, apostrophes, commas or points. `40,960` may be 40.96 and may be 40960: both. Empty when it
 * is no number.
 */
export function readNumbers(text: string): readonly number[] {
  const plain = text
    .trim()
    .replace(/[\u2212\u2013\u2014]/g, "-")
    .replace(/[\s'\u2019]/g, "");
  const readings = [plain.replace(/^([^.,]*),([^.,]*)$/, "$1.$2")];
  if (commasApart.test(plain)) readings.push(plain.replaceAll(",", ""));
  if (pointsApart.test(plain)) readings.push(plain.replaceAll(".", "").replace(",", "."));
  return readings.filter((reading) => decimal.test(reading)).map(Number);
}
