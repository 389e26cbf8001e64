import { positionOfLetter } from "#lib/exam/letters";
import { labelPhrase } from "./bare-phrases.ts";
import {
  continuesRun,
  continuesSeries,
  givesLettersToNothing,
  hasSeries,
  hasThings,
  isBeyond,
  isElliptic,
  isEndOfRange,
  isInStory,
  isNamedBefore,
  isOfOther,
  isOfPerson,
  mayFollow,
  ofOptions,
} from "./letter-company.ts";
import { namesAllOptions } from "./letter-context.ts";
import { isOfDomain } from "./letter-domains.ts";
import { type Claim, eachMatch, type LetterEvidence, spotsWithin } from "./letter-evidence.ts";
import { isCalledRight, isJudged, type LetterMatch, letterMatch, type Range, unclearMatch } from "./letter-match.ts";
import { isEnumeration, mayNameOption } from "./letter-shape.ts";
import { once } from "./once.ts";
import { mayComeAlone, type OtherThing } from "./other-things.ts";
import { sentenceOf } from "./sentences.ts";
import type { LetterContext } from "./taken-letters.ts";
import { understoodOrNone } from "./whole-sentences.ts";
import { isArticle, isWordLike } from "./word-like.ts";

interface Settled {
  readonly matches: readonly LetterMatch[];
  /** Letters that are proven to name other things. */
  readonly things: readonly string[];
}

/**
 * Decides what every letter is: an option where only that is proven, something else where only that is, and unclear
 * otherwise. Nothing is dropped without proof.
 */
export function settleLetters(text: string, evidence: LetterEvidence, context: LetterContext): Settled {
  return new Settling(text, evidence, context).settle();
}

class Settling {
  private readonly found: LetterMatch[];
  private readonly taken: Uint8Array;
  private readonly text: string;
  private readonly evidence: LetterEvidence;
  private readonly context: LetterContext;
  private readonly things: string[] = [];
  private readonly isEnumerated: boolean;
  /** Where a phrase that is more than possible names a letter. */
  private readonly claimed: Uint8Array;
  /** Whether all letters of the text must be those of options: some certainly are, and none is of anything else. */
  private readonly isOfOptions = once(
    () =>
      (this.isAnchored || this.context.elsewhere.options.size > 0) &&
      this.things.length === 0 &&
      givesLettersToNothing(this.text, this.evidence, this.context),
  );
  /** Whether the text gives no letter to an option as far as anybody can see. */
  private readonly namesNone = once(
    () =>
      !this.isAnchored &&
      this.context.elsewhere.options.size === 0 &&
      this.found.every(({ by, letters }) => by === "unclear" || letters.length === 0),
  );
  /** Whether it gives letters to things or quantities of its own besides, and whether it says nothing of options at all. */
  private readonly hasSeries = once(() => this.namesNone() && hasSeries(this.text, this.evidence));
  private readonly hasRuns = once(() => this.namesNone() && !ofOptions.test(this.text));
  /** Whether a phrase certainly names an option. */
  private isAnchored = false;

  constructor(text: string, evidence: LetterEvidence, context: LetterContext) {
    this.text = text;
    this.evidence = evidence;
    this.context = context;
    this.found = [...evidence.matches];
    this.taken = new Uint8Array(text.length);
    for (const { start, end } of this.found) this.taken.fill(1, start, end);
    this.isEnumerated = isEnumeration(text);
    this.claimed = new Uint8Array(text.length);
    for (const { start, end, strength } of evidence.claims)
      if (strength !== "possible") this.claimed.fill(1, start, end);
  }

  settle(): Settled {
    const { claims, others, spots } = this.evidence;
    for (const claim of claims) if (claim.strength === "keyed") this.keyed(claim);
    for (const claim of claims) if (claim.strength === "judged" || claim.strength === "likely") this.bare(claim);
    this.labels();
    const hasCompany =
      this.context.isAboutOptions ||
      this.found.some(({ by, isKeyed, letters }) => by !== "unclear" && (isKeyed || letters.length > 0));
    const isAmongOptions = ({ start }: Claim) => hasCompany || namesAllOptions.test(sentenceOf(this.text, start).text);
    for (const claim of claims) if (claim.strength === "possible" && isAmongOptions(claim)) this.bare(claim);
    for (const spot of spots) {
      const other = others.get(spot);
      if (other !== undefined && this.taken[spot] !== 1) this.other(spot, other);
    }
    for (const spot of spots) this.rest(spot);
    return { matches: understoodOrNone(this.text, this.found), things: this.things };
  }

  /** With the word option a letter names one, unless it is part of a term: "option A of the lease". */
  private keyed(range: Range): void {
    const others = this.othersOf(range);
    if (others.some(({ kind }) => kind === "term")) return;
    if (others.length > 0) this.unclear(range);
    else {
      const match = letterMatch(this.text, range, "prose", true);
      this.add(match);
      this.isAnchored ||= match.by === "prose";
    }
  }

  private bare({ start, end, strength }: Claim): void {
    const range = { start, end };
    if (this.isTaken(range)) return;
    const others = this.othersOf(range);
    const isProven = ({ kind, isSure }: OtherThing) =>
      kind === "term" || (isSure && strength !== "judged") || (kind === "word" && strength === "possible");
    if (others.some(isProven)) return;
    if (strength === "possible" && (isWordLike(this.text, range, this.context.language) || isInStory(this.text, range)))
      return;
    const match = letterMatch(this.text, range, "prose", false);
    const letters = match.letters.map(({ letter }) => letter);
    if (letters.length > 1 && this.context.taken.combinations.has(letters.join(""))) this.taken.fill(1, start, end);
    else if (others.length > 0) this.unclear(range);
    else if (letters.every((letter) => this.isOption(letter) && this.isFree(letter, strength, range))) {
      this.add(match);
      if (isOfPerson(this.text, end)) this.things.push(...letters);
      this.isAnchored ||= strength !== "possible";
    }
  }

  /** Whether nothing else in the question has the letter, and the sentence is about nothing whose letters look the same. */
  private isFree(letter: string, strength: Claim["strength"], { start }: Range): boolean {
    const { taken, elsewhere } = this.context;
    if (taken.statements.has(letter) || taken.things.has(letter) || elsewhere.things.has(letter)) return false;
    if (strength === "judged") return true;
    const sentence = sentenceOf(this.text, start);
    if (hasThings(this.text, this.evidence) || isOfDomain(letter, sentence.text)) return false;
    return !this.hasOtherLetters(sentence, isElliptic(this.text, start));
  }

  /** Letters beyond those of the options, and letters of other things, in a sentence. */
  private hasOtherLetters({ start, end }: Range, mayBeAny: boolean): boolean {
    return spotsWithin(this.evidence, start, end).some((spot) => {
      const other = this.evidence.others.get(spot);
      if (other !== undefined) return mayBeAny ? other.kind !== "word" : mayComeAlone(other);
      return isBeyond(this.text, spot, this.context.count);
    });
  }

  private othersOf({ start, end }: Range): readonly OtherThing[] {
    return spotsWithin(this.evidence, start, end).flatMap((spot) => this.evidence.others.get(spot) ?? []);
  }

  /** "A: counts. B: measures." and paragraphs that begin "A.", "B.". */
  private labels(): void {
    const ranges: Range[] = [];
    const spots = this.evidence.spots.filter((spot) => !isOfOther(this.text, spot, this.evidence));
    eachMatch(labelPhrase, this.text, spots, this.taken, (range) => ranges.push(range));
    const here = new Set([...ranges.map(({ start }) => this.text.charAt(start)), ...this.context.labels]);
    const isFirst = (range: Range) => range.start === 0 || this.text[range.start - 1] === "\n";
    const isRun = here.size > 1 && [...here].every((letter) => this.isOption(letter));
    const labels = isRun ? ranges.filter((range) => ranges.length > 1 || isFirst(range)) : [];
    for (const range of labels) this.bare({ ...range, strength: "likely" });
  }

  /** A letter that is proven to be something else, unless it is judged like an option, or names one elsewhere. */
  private other(spot: number, other: OtherThing): void {
    const { kind, length } = other;
    const letter = this.text.charAt(spot);
    const { taken, elsewhere } = this.context;
    const isKnown = taken.isOpen || taken.things.has(letter) || taken.statements.has(letter);
    const mayBeOption =
      (kind === "thing" || kind === "class") &&
      !isKnown &&
      this.isOption(letter) &&
      ((length === 1 &&
        isJudged.test(this.text.slice(spot + 1, spot + 120)) &&
        !/^\s+(?:was|were)\s/.test(this.text.slice(spot + 1, spot + 7))) ||
        elsewhere.options.has(letter));
    const isGuessed = kind === "word" && this.isAnchored && !isArticle(this.text, spot, this.context.language);
    if (mayBeOption || isGuessed) this.unclear({ start: spot, end: spot + 1 });
    else {
      this.taken[spot] = 1;
      if (mayComeAlone(other)) this.things.push(letter);
    }
  }

  /** What is left and could be the letter of an option. */
  private rest(spot: number): void {
    // A text that is nothing but a letter is a heading, or an option that is called so.
    if (this.context.taken.isOpen && /^\W*\w\W*$/.test(this.text)) return;
    const at = spot + (/[([{]/.test(this.text.charAt(spot)) ? 1 : 0);
    const letter = this.text.charAt(at);
    if (this.taken[at] === 1 || this.taken[spot] === 1 || !mayNameOption(this.text, at, this.isEnumerated)) return;
    const isClaimed = this.claimed[at] === 1;
    if (!isClaimed && !this.context.elsewhere.options.has(letter) && isNamedBefore(this.text, at, this.evidence))
      return;
    if (!this.isOption(letter.toUpperCase()) || this.isTakenLetter(letter, at)) return;
    const range = { start: at, end: at + 1 };
    const sentence = sentenceOf(this.text, at);
    const isInCompany =
      this.isOfOptions() &&
      this.othersOf(sentence).every((other) => !mayComeAlone(other)) &&
      this.othersOf({ start: at - 8, end: at - 2 }).every(({ kind }) => kind !== "word") &&
      mayFollow(this.text, range, sentence.text) &&
      !isWordLike(this.text, range, this.context.language) &&
      this.isFree(letter, "likely", range);
    if (this.hasSeries() && continuesSeries(this.text, at, this.evidence, isClaimed)) return;
    if (this.hasRuns() && continuesRun(this.text, at, this.evidence, isClaimed)) return;
    if (isInCompany) this.add(letterMatch(this.text, range, "prose", false));
    else this.unclear(range);
  }

  /** A letter that the question gives to something, in a text that names no option by letter and says of it nothing that is said of options. */
  private isTakenLetter(letter: string, at: number): boolean {
    const { statements, things, isOpen } = this.context.taken;
    const after = this.text.slice(at + 1, at + 120);
    if (statements.has(letter)) return isOpen || !isCalledRight.test(after);
    if (!things.has(letter)) return false;
    return isOpen || (this.context.elsewhere.options.size === 0 && this.claimed[at] !== 1);
  }

  private isTaken({ start, end }: Range): boolean {
    return this.taken.subarray(start, end).includes(1);
  }

  private isOption(letter: string): boolean {
    return positionOfLetter(letter) < this.context.count;
  }

  private add(match: LetterMatch): void {
    if (match.letters.length === 0 || this.isTaken(match)) return;
    const isUnclear = isEndOfRange(this.text, match);
    this.taken.fill(1, match.start, match.end);
    this.found.push(isUnclear ? unclearMatch(this.text, match) : match);
  }

  private unclear(range: Range): void {
    if (this.isTaken(range)) return;
    this.taken.fill(1, range.start, range.end);
    this.found.push(unclearMatch(this.text, range));
  }
}
