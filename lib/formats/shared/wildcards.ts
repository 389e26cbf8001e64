/**
 * The texts that an accepted answer of Moodle stands for here. A star accepts any text, and none; a learner cannot know
 * to type it, so that what is left without it is accepted too. `\*` is a star.
 */
export function acceptedBy(answer: string, notes: string[]): string[] {
  const written = answer.replace(/\\\*/g, "*");
  if (!/(?<!\\)\*/.test(answer)) return [written];
  const rest = answer
    .replace(/\\?\*/g, (star) => (star === "*" ? "" : "*"))
    .replace(/\s+/g, " ")
    .trim();
  if (rest === "") {
    notes.push(`not kept: "${answer}", which accepts any answer`);
    return [];
  }
  notes.push(`"${answer}" has a wildcard; of everything that it accepts, only "${rest}" and itself are accepted here`);
  return /^\*|[^\\]\*$/.test(answer) ? [rest, written] : [written, rest];
}

/** An accepted text in which a star is one, for Moodle. */
export function withoutWildcards(accepted: string): string {
  return accepted.replace(/\*/g, "\\*");
}
