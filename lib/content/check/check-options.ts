import type { Place } from "../problem.ts";
import type { ReadOption } from "../read/read-question.ts";
import type { Tell } from "../rules/structural-rules.ts";

/** Options, steps or pairs: from two to as many as there are letters. */
export function checkCount(options: readonly ReadOption[], name: string, place: Place, tell: Tell): void {
  if (options.length < 2)
    tell("too-few-options", place, `there are fewer than two ${name}`, `write at least two ${name}`);
  if (options.length > 26) tell("too-many-options", place, `there are ${options.length} ${name}`, "write at most 26");
}

export function checkDuplicates(options: readonly ReadOption[], tell: Tell): void {
  const seen = new Map<string, ReadOption>();
  for (const option of options) {
    const first = seen.get(option.source);
    if (first && option.source !== "")
      tell(
        "duplicate-option",
        option.node.position?.start ?? { line: 1, column: 1 },
        `this is the same text as on line ${first.node.position?.start.line}`,
        "change or remove one of the two",
      );
    else seen.set(option.source, option);
  }
}
