import type { DisputeNote } from "#lib/exam/dispute";
import { flowValue } from "./write-question.ts";

/** The line of front matter that tells of a dispute. */
export function disputeLine(note: DisputeNote): string {
  return `dispute: ${flowValue(note)}`;
}
