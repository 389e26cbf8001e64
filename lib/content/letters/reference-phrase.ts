/**
 * How surely a phrase names options. "keyed": a word such as option or answer stands with the letters. "judged": what is
 * said of them is said of answers ("is wrong"). "likely": it is said of statements and options ("ignores", "rule out").
 * "possible": it is said of all kinds of things ("uses", "like B"), so that other references of the text must speak for it.
 */
export type Strength = "keyed" | "judged" | "likely" | "possible";

export interface ReferencePhrase {
  readonly strength: Strength;
  /** Matches the letters alone, from where they begin. */
  readonly pattern: RegExp;
}

export function phrases(strength: Strength, sources: readonly string[]): readonly ReferencePhrase[] {
  return sources.map((source) => ({ strength, pattern: new RegExp(source, "uy") }));
}
