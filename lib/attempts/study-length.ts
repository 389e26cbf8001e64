import type { StartChoices } from "./plan.ts";

/** How long a study session can be: a number of questions or of minutes. */
export const studyLengths = ["10", "20", "all", "15-min", "30-min", "45-min"] as const;
export type StudyLength = (typeof studyLengths)[number];

/** Fits into a short break on a phone, and is long enough to show a weakness. */
export const usualLength: StudyLength = "20";

/** The start choices for a length. */
export function lengthChoices(length: StudyLength): Pick<StartChoices, "count" | "minutes"> {
  if (length === "all") return {};
  const amount = Number.parseInt(length, 10);
  return length.endsWith("-min") ? { minutes: amount } : { count: amount };
}
