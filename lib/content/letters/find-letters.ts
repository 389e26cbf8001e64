import { bracePatterns, isLetter, type LetterPattern, letterPatterns, mayNameOptions } from "./letter-patterns.ts";

/** One or more option letters named together: "Options A, C and D", "{B}", "both A and B". */
export interface LetterMatch {
  /** What of the text is the list of letters, from `start` to `end`. */
  readonly start: number;
  readonly end: number;
  readonly letters: readonly { readonly letter: string; readonly start: number; readonly end: number }[];
  readonly join: "and" | "or";
  /** How the author named them: in braces, in prose that leaves no doubt, or in prose that does. */
  readonly by: LetterPattern["by"];
  /** True when the letters cannot be sorted without changing the sense. */
  readonly keepOrder: boolean;
  /** What the sentence says of the options named. */
  readonly verdict: "right" | "wrong" | null;
}

/**
 * Every place where `text` names options by letter, from left to right. Text in quotation marks is somebody else's and
 * is left alone, except for braces, which nobody else writes.
 */
export function findLetters(written: string): readonly LetterMatch[] {
  const prose = mayNameOptions(written);
  if (!prose && !written.includes("{")) return [];
  // No phrase runs across a gap this wide, and patterns would go back and forth in it.
  const text = written.replace(/\s{12,}/g, (gap) => "\uFFFC".repeat(gap.length));
  const quoted = new Marks(text.length, prose ? quotedRanges(text) : []);
  const taken = new Marks(text.length);
  const found: LetterMatch[] = [];
  const spots = letterSpots(text);
  for (const { by, pattern } of prose ? letterPatterns : bracePatterns) {
    let done = 0;
    for (const start of spots) {
      if (start < done) continue;
      pattern.lastIndex = start;
      const matched = pattern.exec(text)?.[0];
      if (matched === undefined) continue;
      done = start + matched.length;
      const range = { start, end: done };
      if (taken.touch(range)) continue;
      const candidate = letterMatch(text, range, matched, by);
      if (candidate.by !== "braces" && (quoted.touch(range) || isTest(text, range))) continue;
      taken.add(range);
      // "Z to A" is an order of sorting.
      if (candidate.letters.length > 0) found.push(candidate);
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/** Where a letter stands alone, or a bracket before one: few places, so that no pattern need look at every other. */
function letterSpots(text: string): number[] {
  const spots: number[] = [];
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    const isBracket = code === 0x7b || code === 0x28;
    if (!isBracket && (!isLetter(code) || isLetter(text.charCodeAt(index - 1)))) continue;
    if (isBracket === isLetter(text.charCodeAt(index + 1))) spots.push(index);
  }
  return spots;
}

/** Which characters of a text belong to some range; quick however many there are. */
class Marks {
  private readonly marks: Uint8Array;

  constructor(length: number, ranges: readonly Range[] = []) {
    this.marks = new Uint8Array(length);
    for (const range of ranges) this.add(range);
  }

  add({ start, end }: Range): void {
    this.marks.fill(1, start, end);
  }

  touch({ start, end }: Range): boolean {
    return this.marks.subarray(start, end).includes(1);
  }
}

/** How far around a list of letters the rest of its sentence is looked at. */
const near = 200;

interface Range {
  readonly start: number;
  readonly end: number;
}

function letterMatch(text: string, range: Range, matched: string, by: LetterMatch["by"]): LetterMatch {
  const letters = isSpan(matched) ? spanned(matched, range) : separate(matched, range);
  const sentence = /^[^.!?\n]*/.exec(text.slice(range.end, range.end + near))?.[0] ?? "";
  const words = matched.toLowerCase();
  return {
    ...range,
    letters,
    join: /\bor\b/.test(words) ? "or" : "and",
    by: hasBareLetter(matched) ? by : "braces",
    // Words of another language stay where they are.
    keepOrder:
      /\bnor\b|as\s+well\s+as|\s(?:und|oder|et|ou|y|e|o|och|og|eller|i|lub|ve|veya|и|или)\s|和|与|與|及|或|と|や|와|과/.test(
        words,
      ) || /\brespectively\b/i.test(sentence),
    verdict: verdictOf(text, range),
  };
}

function hasBareLetter(matched: string): boolean {
  return /(?<![A-Za-z])[A-Za-z](?![A-Za-z])/.test(matched.replace(/\{[A-Z](?:\s*,\s*[A-Z])*\}/g, ""));
}

function isSpan(matched: string): boolean {
  return /^[A-Z]\s*(?:[-–—]|to|thru|through|bis)\s*[A-Z]$/.test(matched);
}

/** "A-D", "A to D": every letter between, all standing at the whole range. */
function spanned(matched: string, range: Range): LetterMatch["letters"] {
  const from = matched.charCodeAt(0);
  const to = matched.charCodeAt(matched.length - 1);
  const count = Math.max(to - from + 1, 0);
  return Array.from({ length: count }, (_, index) => ({ letter: String.fromCharCode(from + index), ...range }));
}

function separate(matched: string, range: Range): LetterMatch["letters"] {
  // "A y B" has two letters, "a and b" too.
  const bare = /^[a-z](?!\))/.test(matched) ? "[a-z]" : "(?:[A-Z]|[a-z](?=\\)))";
  const letter = new RegExp(`\\{([A-Z])\\}|\\(([A-Za-z])\\)|(?<![A-Za-z])(${bare})(?![A-Za-z])\\)?`, "g");
  return [...matched.matchAll(letter)].map((match) => ({
    letter: (match[1] ?? match[2] ?? match[3] ?? "").toUpperCase(),
    start: range.start + match.index,
    end: range.start + match.index + match[0].length,
  }));
}

function verdictOf(text: string, range: Range): "right" | "wrong" | null {
  // "All but C are wrong" says nothing of the kind about C.
  const lead = text.slice(Math.max(0, range.start - near), range.start);
  if (
    /\b(?:all|any|each|every|none|nothing|everything)\b[^.!?]*\b(?:but|except(?:\s+for)?)\s+(?:options?\s+)?$/i.test(
      lead,
    )
  )
    return null;
  const after =
    /^\s*(?:(?:is|are|was|were)(n['’]t)?\s+((?:[a-z]+\s+){0,3}?)|[.:)]*\s*(?:[-–—]\s*)?)(correct|incorrect|wrong|right)\b(?!\s+(?:about|in|to|that|when|if|for|as|but)\b)/i.exec(
      text.slice(range.end, range.end + near),
    );
  if (after) {
    const negated = after[1] !== undefined || /\bnot\b/i.test(after[2] ?? "");
    return /^(?:correct|right)$/i.test(after[3] ?? "") === negated ? "wrong" : "right";
  }
  // "One may think the answer is C" does not say that it is.
  const before =
    /(?:\b(?:(incorrect|wrong)|correct|right)\s+(?:answers?|options?|choices?)|(?:^|[.!?\n]\s*|\b(?:so|thus|hence|therefore),?\s+)(?:the\s+)?answers?)\s*(?:is|are|:)\s*(?:options?\s+|choices?\s+|both\s+)?$/i.exec(
      lead,
    );
  return before ? (before[1] ? "wrong" : "right") : null;
}

function quotedRanges(text: string): readonly Range[] {
  const quotes = [...text.matchAll(/"[^"\n]*"|“[^”]*”|«[^»]*»|(?<!\w)‘[^’]*’(?!\w)/g)];
  // A letter in quotation marks of its own (option "C") is named, and not quoted.
  return quotes
    .filter(([quote]) => !/^.[A-Z].$/.test(quote))
    .map((match) => ({
      start: match.index,
      end: match.index + match[0].length,
    }));
}

/** "A/B test" is a kind of test. */
function isTest(text: string, range: Range): boolean {
  return (
    /^A\/B$/.test(text.slice(range.start, range.end)) &&
    /^[\s-]*(?:test|split|experiment)/i.test(text.slice(range.end, range.end + near))
  );
}
