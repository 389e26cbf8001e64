import type { ExamContext } from "../parsed-question.ts";
import type { Problem } from "../problem.ts";
import { type Line, lineAt, type TextEdit } from "./text-edit.ts";

/** A problem in the text of a file, and what is known of its surroundings. */
export interface Mendable {
  readonly text: string;
  readonly problem: Problem;
  /** The line that the problem is in. */
  readonly line: Line;
  /** Offset of the problem. */
  readonly at: number;
  /** What stands from the problem to the end of its line. */
  readonly rest: string;
  readonly exam: ExamContext | null;
  readonly imageExists: (path: string) => boolean;
}

export interface Mend {
  /** The change that mends the problem; empty where it is not certain what was meant. */
  readonly edits: (problem: Mendable) => readonly TextEdit[];
  /** Whether a name is replaced by the one that it was a slip for; otherwise no letter or digit may change. */
  readonly renames?: boolean;
}

export function mendable(
  text: string,
  problem: Problem,
  surroundings: Pick<Mendable, "exam" | "imageExists">,
): Mendable {
  const line = lineAt(text, problem.place.line);
  const at = Math.min(line.to, line.from + problem.place.column - 1);
  return { text, problem, line, at, rest: text.slice(at, line.to), ...surroundings };
}

/** The text that the checker knows was meant. */
export function textMeant({ meant }: Problem): string | null {
  return meant?.as === "text" ? meant.text : null;
}
