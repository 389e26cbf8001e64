import type { Refusal } from "#lib/markdown/parse-markdown";
import type { Problem } from "../problem.ts";
import { structuralProblem } from "../rules/structural-rules.ts";

/** The message to the author of a text that is not even parsed. */
export function refusalProblem(file: string, { reason, line }: Refusal): Problem {
  const place = { line, column: 1 };
  switch (reason) {
    case "too-long":
      return structuralProblem(file, "file-too-large", place, "the text has more than 262144 characters", "split it");
    case "too-deep":
      return structuralProblem(
        file,
        "too-deep",
        place,
        "the text is nested too deeply to be read",
        "use at most 40 levels of lists and quotes",
      );
    case "too-tangled":
      return structuralProblem(
        file,
        "too-tangled",
        place,
        "a paragraph has thousands of entities or underscores",
        "split it, or write the characters themselves",
      );
  }
}
