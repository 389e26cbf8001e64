import type { Place } from "../problem.ts";
import type { ReadQuestion } from "../read/read-question.ts";

/** Where the explanation begins, or else the end of the file. */
export function endOfBody({ parts, source }: ReadQuestion): Place {
  return parts.explanation?.heading.position?.start ?? lastLine(source);
}

export function lastLine(source: string): Place {
  return { line: Math.max(1, source.trimEnd().split("\n").length), column: 1 };
}
