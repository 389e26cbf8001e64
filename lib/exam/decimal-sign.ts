/** What stands before the decimals of a number. */
export type DecimalSign = "." | ",";

/** How those write decimals whose locale this is: "1,5" or "1.5". */
export function decimalSign(locale: string): DecimalSign {
  const parts = new Intl.NumberFormat(locale).formatToParts(1.5);
  return parts.find(({ type }) => type === "decimal")?.value === "," ? "," : ".";
}
