import { isSmallEnglishWord } from "./english-article.ts";
import { certainNouns, nounsOf } from "./option-nouns.ts";
import { PatternFamily } from "./pattern-family.ts";

/** An option found by its place: "the first option", "the last two answers", "option 2". */
export interface CountedOptions {
  readonly start: number;
  readonly end: number;
  /** The words that come before the letters instead: "Options ". */
  readonly lead: string;
  /** Places from 0; null where the words do not say which options of the question are meant. */
  readonly places: readonly number[] | null;
}

const ordinals: readonly string[] = [
  "first|erste[nrsm]?|première?|premier|primer[ao]?|primeir[ao]|prim[ao]",
  "second|zweite[nrsm]?|deuxième|second[eao]|segund[ao]",
  "third|dritte[nrsm]?|troisième|tercer[ao]?|terceir[ao]|terz[ao]",
  "fourth|vierte[nrsm]?|quatrième|cuart[ao]|quart[ao]",
  "fifth|fünfte[nrsm]?|cinquième|quint[ao]",
  "sixth|sechste[nrsm]?|sixième|sext[ao]|sest[ao]",
];
const last = "last|final|letzte[nrsm]?|dernière?|dernier|últim[ao]|ultim[ao]";
const ordinal = `(?:${[...ordinals, last].join("|")})`;
const nouns = `answer\\s+(?:choices?|options?)|${certainNouns}`;
const articles = "the|die|der|das|la|le|les|las|l['’]|a|as|o|il";
const byOrdinal = new PatternFamily([
  new RegExp(
    String.raw`(?<![\p{L}])(?:${articles})\s+(${ordinal}(?:\s*(?:,|and|or|&|und|oder|et|y|e)\s*(?:(?:${articles})\s+)?${ordinal}){0,5})(?:\s+(two|three|four))?\s+(${nouns})(?![\p{L}'’-])`,
    "giu",
  ),
]);
const byNumber = new PatternFamily([
  new RegExp(
    String.raw`(?<![\p{L}\d-])(${certainNouns}|responses?|möglichkeit(?:en)?|propositions?)\s+(?:number\s+|no\.?\s+|n[º°o]\.?\s?|n[uú]m[eé]ro\s+|numero\s+|nummer\s+|nr\.\s?|#\s?)?([1-9](?:\s*(?:,\s*(?:and|or)?|and|or|&|und|oder|et|y|e|o|[-–—]|to|through|thru|bis|à)\s*(?:#\s?)?[1-9]){0,7})(?![\w%°]|[.,:]\d)`,
    "giu",
  ),
]);
const leading =
  /^(?:(?:in)?correct|right|wrong|best|choos(?:e|es|ing)|chose|pick(?:s|ed|ing)?|select(?:s|ed|ing)?|eliminat(?:e|es|ing)|see|compare|die|der|den|richtige|falsche|nur|la|las|les|le|el|los|il|le|as|o|os|a|e|et|y|und|solo|bonne|mauvaise)$/i;
/** An answer may be a number itself: "the answer 5 is even". */
const mayBeValue = /^(?:answer|response|réponse|respuesta|resposta|risposta|antwort)$/;
const through = "[-–—]|to|through|thru|bis|à";
const numbers = [
  "one|eins",
  "two|zwei|deux|dos|dois|due",
  "three|drei|trois|tres|três|tre",
  "four|vier|quatre|cuatro|quatro|quattro",
  "five|fünf|cinq|cinco|cinque",
  "six|sechs|seis|sei",
];
const number = `(?:${numbers.join("|")})`;
const byWord = new PatternFamily([
  new RegExp(
    String.raw`(?<![\p{L}-])(${nounsOf.english}|${nounsOf.german})\s+(?:number\s+)?(${number}(?:\s*(?:,|and|or|&|und|oder|et|y|e|to|through|bis)\s*${number}){0,5})(?![\p{L}-])`,
    "giu",
  ),
]);
export const countedFamilies: readonly PatternFamily[] = [byOrdinal, byNumber, byWord];
/** Words after which the options are those of something else: "the first option of the menu". */
const ofAnother = /^\s+(?:of|that|which|who|to|for|in|passed|given\s+to|des|der|del|du|di|de|que|qui)\b/u;

/**
 * Every place where `text` finds options among `count` by where they stand, with a word for options that says so. `values`
 * are the numbers in the stem and the options, which an answer may be.
 */
export function countedOptions(text: string, count: number, values: ReadonlySet<string>): readonly CountedOptions[] {
  return [...byOrdinals(text, count), ...byDigits(text, count, values), ...byNumberWords(text, count)];
}

function byOrdinals(text: string, count: number): readonly CountedOptions[] {
  return byOrdinal.matches(text).flatMap((match) => {
    const [words, ordered = "", many, noun = ""] = match;
    const end = match.index + words.length;
    // "It is the first choice in most patients" ranks a thing, and names no option.
    const isRanked =
      /\b(?:is|are|was|were|as|remains?|became)\s+$/.test(text.slice(Math.max(0, match.index - 10), match.index)) &&
      /choices?$/i.test(noun);
    // "A second option would be to lease": a further one, and none of the list.
    if (isRanked || /^a\s+(?:first|second|third|fourth|fifth|sixth|last|final)\s/i.test(words)) return [];
    const places = ofAnother.test(text.slice(end, end + 20)) ? null : placesOf(ordered, many, count, noun);
    return [{ start: match.index, end, lead: leadFor(words, noun), places }];
  });
}

function byDigits(text: string, count: number, values: ReadonlySet<string>): readonly CountedOptions[] {
  return byNumber.matches(text).flatMap((match) => {
    const [words, noun = "", numbers = ""] = match;
    const end = match.index + words.length;
    const places = numberedPlaces(numbers);
    // DHCP has an option 82, and a lease its own options.
    const isOther = places.some((place) => place >= count) || /^\s+of\s/.test(text.slice(end, end + 5));
    if (isOther) return [];
    const before = /([\p{L}-]+)\s$/u.exec(text.slice(Math.max(0, match.index - 24), match.index))?.[1];
    const isUnclear =
      (before !== undefined && !leadsToOption(before)) ||
      mayBeValue.test(noun) ||
      places.some((place) => values.has(String(place + 1)));
    return [{ start: match.index, end, lead: `${noun} `, places: isUnclear ? null : places }];
  });
}

/** "The options 1 and 3", "wrong options 2", and no "DHCP option 3". */
function leadsToOption(word: string): boolean {
  return isSmallEnglishWord(word) || leading.test(word);
}

/** "1 and 3" are two places, "1-3" and "1 to 3" are three. */
function numberedPlaces(numbers: string): readonly number[] {
  const digits = [...numbers.matchAll(/\d/g)].map(([digit]) => Number(digit) - 1);
  const [first = 0, last = 0] = digits;
  if (!new RegExp(`^\\d\\s*(?:${through})\\s*\\d$`, "iu").test(numbers)) return digits;
  return Array.from({ length: Math.max(last - first + 1, 0) }, (_, index) => first + index);
}

function byNumberWords(text: string, count: number): readonly CountedOptions[] {
  return byWord.matches(text).flatMap((match) => {
    const [words, noun = "", counted = ""] = match;
    const places = [...counted.toLowerCase().matchAll(new RegExp(number, "gu"))].map(([word]) =>
      numbers.findIndex((each) => new RegExp(`^(?:${each})$`, "u").test(word)),
    );
    // "the choices one has", "the option one would take", "answer two questions"
    const after = text.slice(match.index + words.length);
    const isAlone = /^\s*(?:[.,;:)]|(?:is|was|are|were|ist|sind|would|does)\b|$)/.test(after);
    const isNumber =
      places.length > 1 || (!/s$/i.test(noun) && (isAlone || (places[0] !== 0 && !/^an(?:swer|twort)/i.test(noun))));
    if (!isNumber || !places.every((place) => place >= 0 && place < count)) return [];
    const isSpan = /\s(?:to|through|bis)\s/iu.test(counted);
    return [{ start: match.index, end: match.index + words.length, lead: `${noun} `, places: isSpan ? null : places }];
  });
}

function placesOf(ordered: string, many: string | undefined, count: number, noun: string): readonly number[] | null {
  const words = ordered.toLowerCase().match(new RegExp(ordinal, "gu")) ?? [];
  const places = words.map((word) => {
    const index = ordinals.findIndex((each) => new RegExp(`^(?:${each})$`, "u").test(word));
    return index < 0 ? count - 1 : index;
  });
  const [only] = places;
  // "The last answers" may be two or more.
  if (many === undefined && places.length === 1 && /(?:s|en|oni|oste|ori)$/i.test(noun)) return null;
  const size = many === undefined ? 1 : { two: 2, three: 3, four: 4 }[many.toLowerCase()];
  if (size === undefined || places.some((place) => place >= count) || only === undefined) return null;
  if (size === 1) return places;
  const from = only === 0 ? 0 : only === count - 1 ? count - size : -1;
  return places.length > 1 || from < 0 || size > count ? null : Array.from({ length: size }, (_, i) => from + i);
}

/** "The first and third options" is printed "Options B and D". */
function leadFor(words: string, noun: string): string {
  const isUpper = /^\p{Lu}/u.test(words);
  return `${isUpper ? noun.charAt(0).toUpperCase() + noun.slice(1) : noun} `;
}
