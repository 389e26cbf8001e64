/** One word of a search. */
export interface SearchWord {
  /** As typed, in lower case, without a plural "s". Only letters, digits and accents. */
  readonly typed: string;
  /** The same without accents, as `fold` gives it. */
  readonly folded: string;
  /** Whether longer words that begin with it are meant too. */
  readonly isPrefix: boolean;
}

/** More words than this do not narrow the search any further. */
const mostWords = 10;
/** In characters. */
const longestWord = 64;
/** How many characters of a search are read. */
const longestSearch = 1_000;
/** In characters: shorter words are only searched as they are. */
const shortestPrefix = 3;

const word = /[\p{L}\p{N}\p{M}]+/gu;

/** The words of a search, whatever else it contains: quotes, signs and operators only separate words. */
export function searchWords(search: string): readonly SearchWord[] {
  const typed = search.slice(0, longestSearch).normalize("NFC").toLowerCase().match(word) ?? [];
  const words = typed.map((each) => withoutPlural([...each].slice(0, longestWord).join("")));
  return [...new Set(words)]
    .map((each) => ({ typed: each, folded: fold(each), isPrefix: each.length >= shortestPrefix }))
    .filter(({ folded }) => folded !== "")
    .slice(0, mostWords);
}

/** "transformers" finds "transformer" too; "loss", "bias" and "corpus" stay as they are. */
function withoutPlural(text: string): string {
  return /[a-z]{3}[^siu]s$/.test(text) ? text.slice(0, -1) : text;
}

const isAscii = /^[\x20-\x7e\s]*$/;

/** Text without accents and case, for comparing. */
export function fold(text: string): string {
  // Most texts need no more, and a search compares hundreds.
  if (isAscii.test(text)) return text.toLowerCase();
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}

/** A piece of a text; `isFound` where it is one of the words searched for. */
export interface Piece {
  readonly text: string;
  readonly isFound: boolean;
}

const inWord = /[\p{L}\p{N}\p{M}]/u;

/** Which words a text holds, each as a whole word or only as the beginning of one. */
export function matchesIn(text: string, words: readonly SearchWord[]): ReadonlyMap<SearchWord, "whole" | "beginning"> {
  const found = new Map<SearchWord, "whole" | "beginning">();
  const folded = fold(text);
  for (const wanted of words) {
    const match = matchOf(folded, wanted);
    if (match !== null) found.set(wanted, match);
  }
  return found;
}

/** Searches where the word occurs instead of at every word of the text: a search compares hundreds of them. */
function matchOf(folded: string, { folded: wanted, isPrefix }: SearchWord): "whole" | "beginning" | null {
  let best: "beginning" | null = null;
  for (let at = folded.indexOf(wanted); at >= 0; at = folded.indexOf(wanted, at + 1)) {
    if (inWord.test(lastSign(folded, at))) continue;
    if (!inWord.test(firstSign(folded, at + wanted.length))) return "whole";
    if (isPrefix) best = "beginning";
  }
  return best;
}

function firstSign(text: string, at: number): string {
  const code = text.codePointAt(at);
  return code === undefined ? "" : String.fromCodePoint(code);
}

/** The character that ends before `at`. */
function lastSign(text: string, at: number): string {
  const isPair = /[\uDC00-\uDFFF]/.test(text.charAt(at - 1)) && at > 1;
  return at === 0 ? "" : text.slice(isPair ? at - 2 : at - 1, at);
}

/** The text in pieces, with the found words as separate pieces. */
export function markWords(text: string, words: readonly SearchWord[]): readonly Piece[] {
  const pieces: Piece[] = [];
  let end = 0;
  for (const match of text.matchAll(word)) {
    if (matchesIn(match[0], words).size === 0) continue;
    if (match.index > end) pieces.push({ text: text.slice(end, match.index), isFound: false });
    pieces.push({ text: match[0], isFound: true });
    end = match.index + match[0].length;
  }
  if (end < text.length) pieces.push({ text: text.slice(end), isFound: false });
  return pieces;
}

/** The part of a text around the first found word, about `length` characters long; null if it contains none. */
export function excerptOf(text: string, words: readonly SearchWord[], length: number): readonly Piece[] | null {
  const first = firstFound(text, words);
  if (first === null) return null;
  const from = first < length / 2 ? 0 : text.indexOf(" ", first - length / 3) + 1;
  const rest = text.slice(Math.min(from, first));
  const cut = rest.length <= length ? rest : `${rest.slice(0, length).replace(/\s+\S*$/, "")} …`;
  return markWords(from === 0 ? cut : `… ${cut}`, words);
}

function firstFound(text: string, words: readonly SearchWord[]): number | null {
  for (const match of text.matchAll(word)) if (matchesIn(match[0], words).size > 0) return match.index;
  return null;
}
