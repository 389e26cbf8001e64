import { barePhrases } from "./bare-phrases.ts";
import { joinedLetters } from "./joined-letters.ts";
import { bracePhrases, keyedPhrases } from "./keyed-phrases.ts";
import { type LetterMatch, letterMatch, type Range, unclearMatch } from "./letter-match.ts";
import { letterSpots } from "./letter-spots.ts";
import { repeatedNouns } from "./named-things.ts";
import { optionPlaces } from "./option-places.ts";
import { type OtherThing, otherThingAt } from "./other-things.ts";
import { quotedRanges } from "./quoted-ranges.ts";
import type { Strength } from "./reference-phrase.ts";
import type { LetterContext } from "./taken-letters.ts";

/** Letters that a phrase names as options, and how surely. */
export interface Claim extends Range {
  readonly strength: Strength;
}

/** All that speaks for a letter of one text being that of an option, and for its being something else. */
export interface LetterEvidence {
  /** Braces and counted options: certain, or certainly unclear. */
  readonly matches: readonly LetterMatch[];
  readonly claims: readonly Claim[];
  /** By where a letter stands. */
  readonly others: ReadonlyMap<number, OtherThing>;
  /** Where letters stand that neither braces nor quotation marks hold, in the order of the text. */
  readonly spots: readonly number[];
}

/** A paragraph with more lone letters than this explains no question; all of them stay unclear, which is soon said. */
const mostLetters = 300;

/** Weighs nothing: what it finds may contradict itself. */
export function letterEvidence(text: string, context: LetterContext, mayBeSmall: boolean): LetterEvidence {
  const covered = new Uint8Array(text.length);
  const all = letterSpots(text, mayBeSmall);
  const matches: LetterMatch[] = [];
  const take = (match: LetterMatch) => {
    covered.fill(1, match.start, match.end);
    if (match.letters.length > 0 || match.by === "unclear") matches.push(match);
  };
  for (const pattern of bracePhrases)
    eachMatch(pattern, text, all, covered, (range) => take(letterMatch(text, range, "braces", true)));
  for (const quote of quotedRanges(text)) covered.fill(1, quote.start, quote.end);
  for (const match of [...countedMatches(text, context), ...joinedMatches(text, context)])
    if (!isCovered(covered, match)) take(match);
  const spots = all.filter((spot) => covered[spot] !== 1);
  if (spots.length > mostLetters) return { matches, claims: [], others: new Map(), spots };
  return { matches, claims: claimsIn(text, spots, covered), others: othersIn(text, spots, context), spots };
}

function claimsIn(text: string, spots: readonly number[], covered: Uint8Array): readonly Claim[] {
  const claims: Claim[] = [];
  const claimed = Uint8Array.from(covered);
  for (const { strength, pattern } of [...keyedPhrases, ...barePhrases])
    eachMatch(pattern, text, spots, claimed, (range) => {
      claimed.fill(1, range.start, range.end);
      claims.push({ ...range, strength });
    });
  return claims;
}

function othersIn(text: string, spots: readonly number[], context: LetterContext): ReadonlyMap<number, OtherThing> {
  const others = new Map<number, OtherThing>();
  const repeated = repeatedNouns(text);
  let end = 0;
  for (const spot of spots) {
    if (spot < end || !/[A-Za-z([]/.test(text.charAt(spot))) continue;
    const other = otherThingAt(text, spot, context, repeated);
    if (other === null) continue;
    end = spot + other.length;
    for (const each of spots.slice(firstFrom(spots, spot), firstFrom(spots, end))) others.set(each, other);
  }
  return others;
}

function countedMatches(text: string, context: LetterContext): readonly LetterMatch[] {
  return optionPlaces(text, context).map(({ start, end, lead, places }) => {
    if (places === null) return unclearMatch(text, { start, end });
    const letters = places.map((place) => String.fromCharCode(65 + place));
    return { ...matchOf(text, { start, end }, letters), lead };
  });
}

/** "Answers: AC": letters that are written as one word. */
function joinedMatches(text: string, { count, taken }: LetterContext): readonly LetterMatch[] {
  return joinedLetters(text, count).flatMap(({ isCertain, ...range }) => {
    const letters = text.slice(range.start, range.end);
    if (taken.combinations.has(letters)) return [];
    return [isCertain ? matchOf(text, range, [...letters]) : unclearMatch(text, range)];
  });
}

/** Options that certain words name, which are none of the forms of a list of letters. */
function matchOf(text: string, range: Range, letters: readonly string[]): LetterMatch {
  const each = letters.map((letter) => ({ ...range, letter }));
  return { ...letterMatch(text, range, "prose", true), letters: each, by: "prose", join: "and", keepOrder: false };
}

function isCovered(covered: Uint8Array, { start, end }: Range): boolean {
  return covered.subarray(start, end).includes(1);
}

/** Tries `pattern` at every letter that nothing covers yet. */
export function eachMatch(
  pattern: RegExp,
  text: string,
  spots: readonly number[],
  covered: Uint8Array,
  take: (range: Range) => void,
): void {
  for (const start of spots) {
    if (covered[start] === 1) continue;
    pattern.lastIndex = start;
    const matched = pattern.exec(text)?.[0];
    if (matched === undefined || matched === "") continue;
    const range = { start, end: start + matched.length };
    if (!isCovered(covered, range)) take(range);
  }
}

/** Found by halving: a text may hold thousands of letters. */
export function spotsWithin({ spots }: LetterEvidence, start: number, end: number): readonly number[] {
  return spots.slice(firstFrom(spots, start), firstFrom(spots, end));
}

/** Of numbers in rising order the place of the first that is `least` or more. */
function firstFrom(numbers: readonly number[], least: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) < least) low = middle + 1;
    else high = middle;
  }
  return low;
}
