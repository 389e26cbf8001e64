import type { ReadQuestion } from "./read-question.ts";

/**
 * The number of `answer:` as it is in the file ("3.10", "007", "12345678901234567890"), where a number that is printed
 * would read otherwise; null where it reads the same.
 */
export function writtenNumber({ front: { answer }, placeOf, source }: ReadQuestion): string | null {
  if (typeof answer !== "number") return null;
  const { line, column } = placeOf("answer");
  const rest = source.split("\n")[line - 1]?.slice(column - 1) ?? "";
  const written = /^\+?(-?[\d.]+)\s*(?:#.*)?$/.exec(rest)?.[1];
  return written === undefined || written === String(answer) ? null : written;
}
