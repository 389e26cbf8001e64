import { countedOptions, mayCount } from "./counted-options.ts";
import { isLetter } from "./letter-grammar.ts";
import { isCalledRight, isJudged, type LetterMatch, letterMatch, type Range, unclearMatch } from "./letter-match.ts";
import { letterSpots } from "./letter-spots.ts";
import { isArticle, isSmallWord, type Language, languageOf } from "./lone-a.ts";
import { hasLoneLetter } from "./lone-letter.ts";
import { hasOwner, isDeclared, otherThingAt } from "./other-things.ts";
import { aboutPrograms, languageNamed } from "./programming-words.ts";
import { quotedRanges } from "./quoted-ranges.ts";
import { bracePhrases, companionPhrases, labelPhrase, referencePhrases } from "./reference-phrases.ts";

export type { LetterMatch } from "./letter-match.ts";

/** What the rest of the question says of the letters in one of its texts. */
export interface LetterContext {
  /** How many options the question has. */
  readonly count: number;
  /** Letters that begin a paragraph, an entry or a line of the text: two and more are labels of options. */
  readonly labels: ReadonlySet<string>;
  readonly taken: TakenLetters;
  /** Whether the text certainly names options elsewhere. */
  readonly isAboutOptions: boolean;
}

/** Letters that the question gives to something else: in braces or with the word option they still name options. */
export interface TakenLetters {
  /** "A. It is …", "B. It has …" in the stem. */
  readonly statements: ReadonlySet<string>;
  /** "host A" */
  readonly things: ReadonlySet<string>;
  /** What options say of statements: "BDE". */
  readonly combinations: ReadonlySet<string>;
  /** Whether the text is shown before the answer: then the letters are those of the question and never of options. */
  readonly isOpen: boolean;
}

const noLetters: ReadonlySet<string> = new Set();
const nothingTaken: TakenLetters = { statements: noLetters, things: noLetters, combinations: noLetters, isOpen: false };
export const noContext: LetterContext = { count: 26, labels: noLetters, taken: nothingTaken, isAboutOptions: false };

/**
 * Every place where `text` names options by letter or place, and every letter of which nobody can say what it is, from
 * left to right. A letter that is plainly something else (an article, "vitamin A", "A is the area") is left out, and so
 * is text in quotation marks, which is somebody else's, except for braces, which nobody else writes.
 */
export function findLetters(written: string, context: LetterContext = noContext): readonly LetterMatch[] {
  const mayBeSmall = mayCount(written);
  if (!mayBeSmall && !hasLoneLetter(written)) return [];
  // No phrase runs across a gap this wide, and patterns would go back and forth in it.
  const text = written.replace(/\s{12,}/g, (gap) => "\uFFFC".repeat(gap.length));
  return new Finder(text, context, mayBeSmall).find();
}

const longestSentence = 500;
class Finder {
  private readonly found: LetterMatch[] = [];
  private readonly taken: Uint8Array;
  private readonly text: string;
  private readonly context: LetterContext;
  private spots: readonly number[];
  private language: Language = "english";
  private readonly isAboutPrograms: boolean;

  constructor(text: string, context: LetterContext, mayBeSmall: boolean) {
    this.text = text;
    this.context = context;
    this.taken = new Uint8Array(text.length);
    this.spots = letterSpots(text, mayBeSmall);
    this.isAboutPrograms = aboutPrograms.test(text);
  }

  find(): readonly LetterMatch[] {
    for (const pattern of bracePhrases)
      this.each(pattern, (range) => this.add(letterMatch(this.text, range, "braces", true)));
    for (const quote of quotedRanges(this.text)) this.taken.fill(1, quote.start, quote.end);
    this.counted();
    this.otherThings();
    this.articles();
    this.spots = this.spots.filter((spot) => this.taken[spot] !== 1);
    for (const { pattern, isKeyed } of referencePhrases)
      this.each(pattern, (range) => this.reference(letterMatch(this.text, range, "prose", isKeyed)));
    this.labels();
    if (this.context.isAboutOptions || this.found.some(({ by }) => by !== "unclear"))
      for (const pattern of companionPhrases)
        this.each(pattern, (range) => this.reference(letterMatch(this.text, range, "prose", false)));
    this.unclear();
    return this.wholeSentences();
  }

  /** Tries `pattern` at every letter that nothing has taken yet. */
  private each(pattern: RegExp, take: (range: Range) => void): void {
    for (const start of this.spots) {
      if (this.taken[start] === 1) continue;
      pattern.lastIndex = start;
      const matched = pattern.exec(this.text)?.[0];
      if (matched === undefined || matched === "") continue;
      const range = { start, end: start + matched.length };
      if (!this.isTaken(range)) take(range);
    }
  }

  private isTaken({ start, end }: Range): boolean {
    return this.taken.subarray(start, end).includes(1);
  }

  private add(match: LetterMatch): void {
    this.taken.fill(1, match.start, match.end);
    if (match.letters.length > 0 || match.by === "unclear") this.found.push(match);
  }

  private isOption(letter: string): boolean {
    return letter.charCodeAt(0) - 65 < this.context.count;
  }

  /** Letters that the question gives to other things are options only where the text says so. */
  private reference(match: LetterMatch): void {
    const { statements, things, combinations } = this.context.taken;
    if (match.isKeyed) this.add(match);
    else if (this.text[match.end] === ":" && /\bdrives?\b/i.test(this.text)) this.add(unclearMatch(this.text, match));
    else if (match.letters.length > 1 && combinations.has(match.letters.map(({ letter }) => letter).join("")))
      this.taken.fill(1, match.start, match.end);
    else if (
      match.letters.every(({ letter }) => this.isOption(letter) && !statements.has(letter) && !things.has(letter)) &&
      !this.isLanguage(match)
    )
      this.add(match);
  }

  /** C, D and R are languages, too, where a text is about programming. */
  private isLanguage({ letters, end }: LetterMatch): boolean {
    return (
      this.isAboutPrograms &&
      letters.every(({ letter }) => /[CDR]/.test(letter)) &&
      !isJudged.test(this.text.slice(end, end + 120))
    );
  }

  private counted(): void {
    for (const { start, end, lead, places } of countedOptions(this.text, this.context.count)) {
      if (this.isTaken({ start, end })) continue;
      const range = { start, end };
      if (places === null) this.add(unclearMatch(this.text, range));
      else {
        const letters = places.map((place) => ({ ...range, letter: String.fromCharCode(65 + place) }));
        this.add({
          ...letterMatch(this.text, range, "prose", true),
          letters,
          lead,
          join: "and",
          keepOrder: false,
          by: "prose",
        });
      }
    }
  }

  private otherThings(): void {
    for (const start of this.spots) {
      if (this.taken[start] === 1) continue;
      const length = otherThingAt(this.text, start) || (isDeclared(this.text, start) ? 1 : 0);
      if (length === 0) continue;
      if (this.mayBeOption(start, length)) this.add(unclearMatch(this.text, { start, end: start + 1 }));
      else this.taken.fill(1, start, start + length);
    }
  }

  /**
   * "Plan B is the correct answer" may call the option a plan. The letter belongs to the plan only where the question
   * itself has a letter B.
   */
  private mayBeOption(start: number, length: number): boolean {
    const { things, statements, isOpen } = this.context.taken;
    const letter = this.text.charAt(start);
    const isKnown = isOpen || length !== 1 || things.has(letter) || statements.has(letter);
    if (isKnown || !this.isOption(letter)) return false;
    return isJudged.test(this.text.slice(start + 1, start + 120)) && hasOwner(this.text, start);
  }

  private articles(): void {
    if (this.spots.some((spot) => this.text[spot] === "A")) this.language = languageOf(this.text);
    for (const start of this.spots) {
      const isOne = this.text[start] === "A" && isArticle(this.text, start, this.language);
      if (isOne || this.text[start] === "I") this.taken[start] = 1;
    }
    if (!/[a-z]/.test(this.text)) return;
    for (const start of this.spots) if (isSmallWord(this.text, start)) this.taken[start] = 1;
  }

  /** "A: counts. B: measures." and paragraphs that begin "A.", "B.". */
  private labels(): void {
    const ranges: Range[] = [];
    this.each(labelPhrase, (range) => ranges.push(range));
    const here = new Set([...ranges.map(({ start }) => this.text.charAt(start)), ...this.context.labels]);
    const isFirst = (range: Range) => range.start === 0 || this.text[range.start - 1] === "\n";
    const isRun = here.size > 1 && [...here].every((letter) => this.isOption(letter));
    if (!isRun) return;
    for (const range of ranges)
      if (ranges.length > 1 || isFirst(range)) this.reference(letterMatch(this.text, range, "prose", false));
  }

  /** What is left and could be the letter of an option. */
  private unclear(): void {
    if (this.context.taken.isOpen && /^\W*\w\W*$/.test(this.text)) return;
    const small = this.text.match(/\(?(?<![A-Za-z])[a-z]\)/g) ?? [];
    // "two reasons: (a) it is slow, and (b) it is dear"
    const isEnumeration =
      small.length > 1 && small.every((mark, index) => mark.includes(String.fromCharCode(97 + index)));
    for (const start of this.spots) {
      const at = start + (/[([{]/.test(this.text.charAt(start)) ? 1 : 0);
      const letter = this.text.charAt(at);
      const isSmall = letter >= "a";
      if (this.taken[at] === 1 || !isLetter(letter.charCodeAt(0)) || /[\w]/.test(this.text.charAt(at + 1))) continue;
      if (isSmall && (isEnumeration || this.text[at + 1] !== ")")) continue;
      if (
        /^[#+]|^-\w|^['’](?!s\b)/.test(this.text.slice(at + 1, at + 4)) ||
        /[\w\u00C0-\u024F'’.-]/.test(this.text.charAt(at - 1))
      )
        continue;
      if (/[CDR]/.test(letter) && languageNamed.test(this.text)) continue;
      if (this.isOption(letter.toUpperCase()) && !this.isTakenLetter(letter, at))
        this.add(unclearMatch(this.text, { start: at, end: at + 1 }));
    }
  }

  /** A letter that the question gives to something, of which nothing is said that is said of options. */
  private isTakenLetter(letter: string, at: number): boolean {
    const { statements, things, isOpen } = this.context.taken;
    const after = this.text.slice(at + 1, at + 120);
    if (statements.has(letter)) return isOpen || !isCalledRight.test(after);
    return things.has(letter) && (isOpen || !isJudged.test(after));
  }

  /** All letters of a sentence are understood or none. */
  private wholeSentences(): readonly LetterMatch[] {
    const found = this.found.sort((a, b) => a.start - b.start);
    const unclear = found.filter(({ by }) => by === "unclear");
    if (unclear.length === 0) return found;
    const sentences = new Set(unclear.map(({ start }) => this.sentenceOf(start)));
    return found.map((match) =>
      match.by === "prose" && !match.isKeyed && sentences.has(this.sentenceOf(match.start))
        ? { ...match, by: "unclear" }
        : match,
    );
  }

  /** Where the sentence that holds `index` begins. */
  private sentenceOf(index: number): number {
    const from = Math.max(0, index - longestSentence);
    return from + Math.max(...[".", "!", "?", "\n"].map((sign) => this.text.slice(from, index).lastIndexOf(sign)));
  }
}
