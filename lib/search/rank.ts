import { matchesIn, type SearchWord } from "./search-words.ts";

/** What is known about a candidate for a search result. */
export interface Candidate {
  /** The order of candidates with equal rank. */
  readonly id: number;
  readonly stem: string;
  /** Its exam, domain and tags. */
  readonly labels: string;
  /** Explanation, notes, references and comments; empty while they are not disclosed to the viewer. */
  readonly disclosed: readonly string[];
}

/** The weight of a match by where it is found: as a whole word, or as the beginning of one. */
const weights = {
  stem: { whole: 12, beginning: 8 },
  labels: { whole: 6, beginning: 4 },
  disclosed: { whole: 3, beginning: 2 },
} as const;

/**
 * The candidates that contain every word somewhere, the best first: each word counts where it has the most weight, and
 * short stems come before long ones. The order depends only on each candidate's own texts and on nothing that the bank
 * has in common, so that undisclosed texts cannot move a result.
 */
export function rank<C extends Candidate>(candidates: readonly C[], words: readonly SearchWord[]): readonly C[] {
  return candidates
    .flatMap((candidate) => {
      const score = scoreOf(candidate, words);
      return score === 0 ? [] : [{ candidate, score }];
    })
    .sort(
      (a, b) =>
        b.score - a.score || a.candidate.stem.length - b.candidate.stem.length || a.candidate.id - b.candidate.id,
    )
    .map(({ candidate }) => candidate);
}

/** Zero if a word does not occur. */
function scoreOf({ stem, labels, disclosed }: Candidate, words: readonly SearchWord[]): number {
  const places = [
    [weights.stem, matchesIn(stem, words)],
    [weights.labels, matchesIn(labels, words)],
    ...disclosed.map((text) => [weights.disclosed, matchesIn(text, words)] as const),
  ] as const;
  let score = 0;
  for (const word of words) {
    const best = Math.max(
      ...places.map(([weight, found]) => {
        const match = found.get(word);
        return match === undefined ? 0 : weight[match];
      }),
    );
    if (best === 0) return 0;
    score += best;
  }
  return score;
}
