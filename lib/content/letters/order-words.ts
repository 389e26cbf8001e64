import { isSmallEnglishWord } from "./english-article.ts";
import type { Range } from "./letter-match.ts";

const places =
  "first|second|third|fourth|fifth|sixth|[1-9](?:st|nd|rd|th)|last|final|penultimate|middle|top|bottom|uppermost|lowest|topmost|former|latter";
const english = new RegExp(
  String.raw`(?<![\p{L}])the\s+(?:${places})(?:\s+(?:two|three|four|pair|half))?(?![\p{L}\d-])`,
  "giu",
);
const optionNoun =
  /^\s+(?:options?|answers?|choices?|alternatives?|distractors?|responses?|propositions?)(?![\p{L}])/iu;
const isFirst = /(?:^|[.!?;:]\s+|\n)$/;
const excepting = /\b(?:all|everything|any|none|nothing)\s+(?:but|except)\s+$/i;
/** In other languages with a word for options, or with none. */
const foreign =
  /(?<![\p{L}])(?:(?:die|der|den|das)\s+(?:(?:beiden|zwei|drei)\s+)?(?:erste|zweite|dritte|vierte|fünfte|letzte|vorletzte|mittlere|oberste|unterste)[nrs]?\s+(?:Möglichkeit(?:en)?|Antwort(?:en)?|Option(?:en)?|Alternativen?)|(?:la\s+|les\s+|l['’])(?:avant-)?derni[eè]re?s?(?=\s+(?:est|sont)\b)|(?:la|el)\s+(?:penúltim|últim)[ao](?=\s+es\b)|(?:a|o)\s+(?:penúltim|últim)[ao](?=\s+(?:é|está)(?![\p{L}])))/giu;

/**
 * Words that name something by its place ("the last of the five", "the 4th choice") and come before no noun that says of
 * what. A noun that comes after the same kind of word elsewhere in the text ("the first step … the second") is what they name.
 */
export function placesWithoutNoun(text: string): readonly Range[] {
  const found = rangesOf(english, text);
  const after = (range: Range) => text.slice(range.end, range.end + 40);
  const isOfOptions = found.some((range) => optionNoun.test(after(range)));
  const isBare = (range: Range) => {
    if (isOfOptions || excepting.test(text.slice(Math.max(0, range.start - 24), range.start))) return true;
    const next = /^\s+([\p{L}'’]+)/u.exec(after(range))?.[1];
    const isGroup = /\s(?:two|three|four|pair|half)$/i.test(text.slice(range.start, range.end));
    const isAlone =
      next === undefined || /^ones?$/.test(next) || isSmallEnglishWord(next) || (!isGroup && /^\p{Ll}+s$/u.test(next));
    const isOfOther = /^\s+of\b(?!\s+(?:the\s+(?:two|three|four|five|six|options|answers)|these|them|those)\b)/;
    return (
      isAlone && !isOfOther.test(after(range)) && isFirst.test(text.slice(Math.max(0, range.start - 3), range.start))
    );
  };
  const hasNoun = !isOfOptions && found.some((range) => !isBare(range) && /^\s+\p{Ll}{3,}/u.test(after(range)));
  const bare = hasNoun ? [] : found.filter(isBare);
  return [...bare, ...rangesOf(foreign, text)];
}

/** Where `pattern`, which is global, matches. */
export function rangesOf(pattern: RegExp, text: string): readonly Range[] {
  return [...text.matchAll(pattern)].map(({ index: start, 0: words }) => ({ start, end: start + words.length }));
}
