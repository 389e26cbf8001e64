import type { Piece } from "./search-words.ts";

/** Where a found word is, other than at the beginning of the stem. */
export type Source = "question" | "explanation" | "option-note" | "reference" | "comment";

/** A question that was found. */
export interface SearchHit {
  readonly questionId: string;
  /** The question's own page. */
  readonly path: string;
  readonly stem: readonly Piece[];
  readonly examTitle: string;
  /** Null if the exam does not say. */
  readonly examLanguage: string | null;
  readonly domainTitle: string;
  readonly tags: readonly (readonly Piece[])[];
  readonly excerpt: { readonly source: Source; readonly pieces: readonly Piece[] } | null;
}

export interface SearchResult {
  readonly hits: readonly SearchHit[];
  /** Of all pages. */
  readonly count: number;
  /** There are more than were examined. */
  readonly isCut: boolean;
  readonly page: number;
  readonly pages: number;
}
