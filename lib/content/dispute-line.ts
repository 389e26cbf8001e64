import type { DisputeNote } from "#lib/exam/dispute";
import { flowValue } from "./write-question.ts";

/** The line of front matter that states a dispute. */
export function disputeLine(note: DisputeNote): string {
  return `dispute: ${flowValue(note)}`;
}
