import type { Range } from "./letter-match.ts";

const longestSentence = 500;

/** The sentence of `text` that holds `index`. */
export function sentenceOf(text: string, index: number): Range & { readonly text: string } {
  const start = startOfSentence(text, index) + 1;
  const length =
    /^[^.!?\n]*(?:[.!?\n]|$)/.exec(text.slice(start, start + longestSentence))?.[0].length ?? longestSentence;
  const end = Math.max(start + length, index + 1);
  return { start, end, text: text.slice(start, end) };
}

/** Before which the sentence that holds `index` begins. */
export function startOfSentence(text: string, index: number): number {
  const from = Math.max(0, index - longestSentence);
  return from + Math.max(...[".", "!", "?", "\n"].map((sign) => text.slice(from, index).lastIndexOf(sign)));
}
