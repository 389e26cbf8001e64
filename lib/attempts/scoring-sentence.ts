import type { Marking } from "#lib/exam/kinds/kind";
import type { Words } from "#lib/messages/words";

/** Says how a partly correct answer counts. */
export function scoringSentence(t: Words, { rule, version }: Marking): string {
  return t(rule === "all-or-nothing" ? "result.allOrNothing" : `result.proportional${version}`);
}
