import type { Range } from "./letter-match.ts";

/** Where `pattern`, which is global, matches. */
export function rangesOf(pattern: RegExp, text: string): readonly Range[] {
  return [...text.matchAll(pattern)].map(({ index: start, 0: words }) => ({ start, end: start + words.length }));
}
