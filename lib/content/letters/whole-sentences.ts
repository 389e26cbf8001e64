import type { LetterMatch } from "./letter-match.ts";
import { startOfSentence } from "./sentences.ts";

/** `found` from left to right; where one letter of a sentence is unclear, the others that no word names are unclear too. */
export function understoodOrNone(text: string, found: readonly LetterMatch[]): readonly LetterMatch[] {
  const sorted = [...found].sort((a, b) => a.start - b.start);
  const unclear = sorted.filter(({ by }) => by === "unclear");
  if (unclear.length === 0) return sorted;
  const sentences = new Set(unclear.map(({ start }) => startOfSentence(text, start)));
  return sorted.map((match) =>
    match.by === "prose" && !match.isKeyed && sentences.has(startOfSentence(text, match.start))
      ? { ...match, by: "unclear" }
      : match,
  );
}
