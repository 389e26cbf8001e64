/** A sum, difference or half without what binary fractions leave behind. */
export function rounded(value: number): number {
  return Number(value.toPrecision(12));
}
