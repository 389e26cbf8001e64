import type { Range } from "./letter-match.ts";
import { nearPlaces } from "./near-places.ts";
import { placesWithoutNoun, rangesOf } from "./order-words.ts";

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
const nouns =
  "answer\\s+(?:choices?|options?)|options?|choices?|answers?|alternatives?|distractors?|Antwort(?:en)?|Optionen|réponses?|choix|opción|opciones|respuestas?|opção|opções|alternativas?|respostas?|opzion[ei]|rispost[ae]";
const articles = "the|die|der|das|la|le|les|las|l['’]|a|as|o|il";
const byOrdinal = new RegExp(
  String.raw`(?<![\p{L}])(?:${articles})\s+(${ordinal}(?:\s*(?:,|and|or|&|und|oder|et|y|e)\s*(?:(?:${articles})\s+)?${ordinal}){0,5})(?:\s+(two|three|four))?\s+(${nouns})(?![\p{L}'’-])`,
  "giu",
);
const byNumber =
  /(?<![\w-]\s?)\b(options?|choices?|alternatives?|antwort(?:en)?)\s+(?:number\s+|no\.?\s+|#\s?)?([1-9](?:\s*(?:,|and|or|&|und|et|y|e)\s*[1-9]){0,7})(?![\w%°]|[.,:]\d)/giu;
const numbers = [
  "one|eins",
  "two|zwei|deux|dos|dois|due",
  "three|drei|trois|tres|três|tre",
  "four|vier|quatre|cuatro|quatro|quattro",
  "five|fünf|cinq|cinco|cinque",
  "six|sechs|seis|sei",
];
const number = `(?:${numbers.join("|")})`;
const byWord = new RegExp(
  String.raw`(?<![\p{L}-])(options?|choices?|alternatives?)\s+(?:number\s+)?(${number}(?:\s*(?:,|and|or|&|und|et|y|e)\s*${number}){0,5})(?![\p{L}-])`,
  "giu",
);
/** "The first option is slow, and the last one is dear": nobody can say that the last one is an option, or that it is none. */
const byPronoun = new RegExp(
  String.raw`(?<![\p{L}])the\s+(?:${ordinal}|other)\s+(?:ones?|two|three)(?![\p{L}-])`,
  "giu",
);
/** "The last two apply to leases", "die ersten beiden", "les deux dernières propositions": without a word for options nobody can say of what. */
const byGroup = new RegExp(
  String.raw`(?<![\p{L}])(?:the|die|der|den|les|las|los|as|os|le|gli|i)\s+(?:(?:first|last|final|other|remaining|next|latter|former|middle|top|bottom|ersten|letzten|anderen|übrigen|premi[eè]re?s|derni[eè]re?s|primer[ao]s|últim[ao]s|primeir[ao]s|prim[ei]|ultim[ei])\s+(?:two|three|four|five|beiden|zwei|drei|vier|deux|trois|dos|tres|duas|dois|três|due|tre)|(?:two|three|four|deux|trois|quatre|dos|tres|duas|dois|três|due|tre|beiden|zwei|drei)\s+(?:first|last|former|latter|middle|premi[eè]re?s|derni[eè]re?s|primer[ao]s|últim[ao]s|primeir[ao]s|prim[ei]|ultim[ei]|ersten|letzten))(?![\p{L}-])(?!\s+(?!(?:${nouns}|propositions?|affirmations?|statements?|ones?|is|are|was|were|do|does|can|could|would|will|have|has|apply|applies|describe|both|all|also|only|of\s+(?:them|these|those)|because|since|and|or|but|without|with|by|at|as|for|to|in|on|if|concernent|sont|ont|son|são|sono|sind|gelten|beschreiben)(?![\p{L}]))\p{L})`,
  "giu",
);
/** "The first one is cheaper", "the third is wrong", "the latter is correct". */
const bySingle = new RegExp(
  String.raw`(?<![\p{L}])the\s+(?:(?<=(?:^|[.!?;:]\s+|\n)the\s+)(?:${ordinal}|other|next|previous|remaining)\s+one(?=\s+(?:is|was|are|does|has|would|describes|of\s+(?:them|these|those))\b|\s*[.,;:!?)]|$)|(?:${ordinal}|latter|former)(?=\s+(?:is|was|would\s+be)\s+(?:(?:not|also|clearly|therefore|obviously|simply)\s+)?(?:(?:in)?correct|wrong|right|false|the\s+(?:right|correct|best)\s+(?:answer|choice|option|one)|an?\s+distractor)\b))`,
  "giu",
);
const byOrder =
  /\bthe\s+(?:(?:option|choice|answer|alternative)\s+(?:above|below|before|after)|(?:previous|preceding|following|next|top|bottom|middle|latter|former)\s+(?:option|choice|answer\s+choice|alternative))\b/gi;
/** Sentences that go by the order of the list: "the answer before it", "everything after B", "B to E follow in chronological order". */
const byTheList = [
  /\b(?:options?|choices?|answers?|alternatives?)\s+(?:immediately\s+|right\s+|just\s+|directly\s+)?(?:before|after|above|below|preceding|following)\s+(?:it|that|this|them)\b/giu,
  /\b(?:[Ee]verything|[Aa]nything|[Aa]ll|[Tt]hose|[Tt]he\s+(?:others|rest))\s+(?:after|before|above|below)\s+[A-Z]\b(?!['’])/gu,
  /\b[A-Z]\s*(?:[-–—]|to|through)\s*[A-Z]\b(?=[^.!?\n]{0,160}\bin\s+(?:[a-z]+\s+)?(?:order|sequence)\b)/gu,
  /\b[Ee]very\s+other\s+(?:option|choice|answer|alternative),?\s+(?:starting|beginning|from)\b/gu,
  /\b[Ff]rom\s+(?:the\s+)?top\s+to\s+(?:the\s+)?bottom\b|\b(?:down|up)\s+the\s+list\b/gu,
];
/** Words after which the options are those of something else: "the first option of the menu". */
const ofAnother = /^\s+(?:of|that|which|who|to|for|in|passed|given\s+to|des|der|del|du|di|de|que|qui)\b/u;

/** Quick to tell: whether there may be any. */
export function mayCount(text: string): boolean {
  return /\b(?:first|second|third|fourth|fifth|sixth|last|final|latter|former|remaining|next|middle|top|bottom|penultimate|\dth|\dst|\dnd|\drd)\b|avant-dern|vorletzt|(?:erst|letzt)e|[Pp]remi[eè]re?s|[Dd]erni[eè]re?s|[Pp]rim[aeio]|[úuÚU]ltim|p(?:tion|cion|ção|ções|zion)|hoi[cx]|n(?:swer|twort)|lternati|istract|istrat|épons|[ie]spost|espuest|öglichk|orschl|oposi|ossibil|osibil|opuest|opost|elect/.test(
    text,
  );
}

/** Every place where `text` finds options among `count` by where they stand. */
export function countedOptions(text: string, count: number): readonly CountedOptions[] {
  if (count === 0) return [];
  const byPlaceInList = byTheList.flatMap((pattern) => rangesOf(pattern, text));
  if (!mayCount(text)) return byPlaceInList.map((range) => ({ ...range, lead: "", places: null }));
  const found: CountedOptions[] = [];
  for (const match of text.matchAll(byOrdinal)) {
    const [words, ordered = "", many, noun = ""] = match;
    const end = match.index + words.length;
    // "It is the first choice in most patients" ranks a thing, and names no option.
    if (
      /\b(?:is|are|was|were|as|remains?|became)\s+$/.test(text.slice(Math.max(0, match.index - 10), match.index)) &&
      /choices?$/i.test(noun)
    )
      continue;
    // "A second option would be to lease": a further one, and none of the list.
    if (/^a\s+(?:first|second|third|fourth|fifth|sixth|last|final)\s/i.test(words)) continue;
    const places = ofAnother.test(text.slice(end, end + 20)) ? null : placesOf(ordered, many, count);
    found.push({ start: match.index, end, lead: leadFor(words, noun), places });
  }
  for (const match of text.matchAll(byNumber)) {
    const [words, noun = "", numbers = ""] = match;
    const end = match.index + words.length;
    const places = [...numbers.matchAll(/\d/g)].map(([digit]) => Number(digit) - 1);
    // DHCP has an option 82, and a lease its own options.
    const isOther = places.some((place) => place >= count) || /^\s+of\s/.test(text.slice(end, end + 5));
    if (!isOther) found.push({ start: match.index, end, lead: `${noun} `, places });
  }
  for (const match of text.matchAll(byWord)) {
    const [words, noun = "", counted = ""] = match;
    const places = [...counted.toLowerCase().matchAll(new RegExp(number, "gu"))].map(([word]) =>
      numbers.findIndex((each) => new RegExp(`^(?:${each})$`, "u").test(word)),
    );
    // "the choices one has", "the option one would take"
    const after = text.slice(match.index + words.length);
    const isNumber =
      places.length > 1 || (!/s$/i.test(noun) && (places[0] !== 0 || /^\s*(?:[.,;:)]|is\b|was\b|$)/.test(after)));
    if (isNumber && places.every((place) => place >= 0 && place < count))
      found.push({ start: match.index, end: match.index + words.length, lead: `${noun} `, places });
  }
  /** Where the words do not say which options are meant, unless they are a part of words that do. */
  const addUnclear = (range: Range) => {
    if (!found.some(({ start, end }) => start < range.end && range.start < end))
      found.push({ ...range, lead: "", places: null });
  };
  for (const range of placesWithoutNoun(text)) addUnclear(range);
  for (const range of byPlaceInList) addUnclear(range);
  for (const pattern of [byOrder, byGroup, bySingle]) for (const range of rangesOf(pattern, text)) addUnclear(range);
  if (found.length > 0) for (const range of rangesOf(byPronoun, text)) addUnclear(range);
  for (const range of nearPlaces(text)) addUnclear(range);
  return found;
}

function placesOf(ordered: string, many: string | undefined, count: number): readonly number[] | null {
  const words = ordered.toLowerCase().match(new RegExp(ordinal, "gu")) ?? [];
  const places = words.map((word) => {
    const index = ordinals.findIndex((each) => new RegExp(`^(?:${each})$`, "u").test(word));
    return index < 0 ? count - 1 : index;
  });
  const [only] = places;
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
