import { barePlaces } from "./bare-places.ts";
import { type CountedOptions, countedOptions } from "./counted-options.ts";
import type { Range } from "./letter-match.ts";
import { orderOfList } from "./list-order.ts";
import { nearPlaces } from "./near-places.ts";
import { bareNumbers } from "./numbered-options.ts";
import { notesBeside, pointingWords } from "./pointing-words.ts";
import { rangesOf } from "./ranges-of.ts";
import type { LetterContext } from "./taken-letters.ts";

/** "The option above", "the next choice". */
const byOrder =
  /\bthe\s+(?:(?:option|choice|answer|alternative)\s+(?:above|below|before|after)|(?:previous|preceding|following|next|top|bottom|middle|latter|former)\s+(?:option|choice|answer\s+choice|alternative))\b/gi;
/** Sentences that go by the order of the list: "the answer before it", "everything after B", "B to E follow in chronological order". */
const byTheList = [
  /\b(?:options?|choices?|answers?|alternatives?)\s+(?:immediately\s+|right\s+|just\s+|directly\s+)?(?:before|after|above|below|preceding|following)\s+(?:it|that|this|them)\b/giu,
  /\b(?:[Ee]verything|[Aa]nything|[Aa]ll|[Tt]hose|[Tt]he\s+(?:others|rest))\s+(?:after|before|above|below)\s+[A-Z]\b(?!['’])/gu,
  /\b[A-Z]\s*(?:[-–—]|to|through)\s*[A-Z]\b(?=[^.!?\n]{0,160}\bin\s+(?:[a-z]+\s+)?(?:order|sequence)\b)/gu,
  /\b[Ee]very\s+other\s+(?:option|choice|answer|alternative),?\s+(?:starting|beginning|from)\b/gu,
  /\b(?:odd|even)(?:-numbered)?\s+(?:options|choices|answers|alternatives|ones)\b|\b(?:neighbou?ring|adjacent)\s+(?:options?|choices?|answers?|alternatives?|ones?)\b|\bneighbou?rs?\s+(?:in|on)\s+the\s+list\b/giu,
  /\b[Ff]rom\s+(?:the\s+)?top\s+to\s+(?:the\s+)?bottom\b|\b(?:down|up)\s+the\s+list\b/gu,
];

const ofDocument =
  /^\s+(?:of|in|under)\s+(?:the|this|that|his|her|our|my|your|its|their|an?)\s+(?:[a-z]+\s+){0,2}(?:lease|contract|agreement|mortgage|licen[cs]e|tender|treaty|statute|insurance)(?!\p{L})/u;

/** Without the flag u, which makes ignoring case three times slower. */
const place =
  /#|neighbo|adjacent|\b(?:odd|even)\b|no\.\s?\d|\b[1-9]\b|n[uú]m+b?er|\((?:i{1,3}|iv|vi?)\)|three|four|five|zwei|drei|vier|fünf|deux|trois|quatre|tres|cuatro|quatro|above|below|beneath|\b(?:as\s+before|the\s+(?:two|pair)|ones?|those|dito|ditto|idem|end|oben|unten|davor|danach|haut|bas|milieu|medio|arriba|abajo|cima|baixo|meio|alto|basso|mezzo|sopra|sotto)\b|first|second|third|fourth|fifth|sixth|\d(?:st|nd|rd|th)|last|final|ultimate|former|latter|middle|top|bottom|upper|lowe|preceding|previous|following|next|remaining|erst|zweit|dritt|viert|fünft|sechst|letzt|mittler|mittlst|ober|unter|vorig|vorher|vorang|nächst|premi|deuxi|troisi|quatri|cinqui|derni|primer|segund|tercer|cuart|quint|ltim|terceir|terz|quart|prim[aeio]|anterior|siguient|seguint|précéd|suivant|precedent|seguent/i;

/** Quick to tell: whether there may be any. */
export function mayCount(text: string): boolean {
  return place.test(text) || mayNameByWord(text);
}

/** Whether a word for options, or one that counts them, is there: only then small letters may be theirs. */
export function mayNameByWord(text: string): boolean {
  return /\b(?:first|second|third|fourth|fifth|sixth|last|final|latter|former|remaining|next|middle|top|bottom|penultimate|\dth|\dst|\dnd|\drd)\b|avant-dern|vorletzt|(?:erst|letzt)e|premi[eè]re?s|derni[eè]re?|prim[aeio]|[uú]ltim|p(?:tion|cion|ção|ções|zion)|hoi[cx]|n(?:swer|twort)|lternati|istract|istrat|épons|[ie]spost|espuest|öglichk|orschl|oposi|ossibil|osibil|opuest|opost|elect/i.test(
    text,
  );
}

/**
 * Every place where `text` finds options by where they stand: what is understood, and then all words for a place of which
 * nobody can say whether they mean an option.
 */
export function optionPlaces(text: string, context: LetterContext): readonly CountedOptions[] {
  const { count, taken } = context;
  if (count === 0) return [];
  const byTheOrder = byTheList.flatMap((pattern) => rangesOf(pattern, text));
  if (!mayCount(text)) return byTheOrder.map(unclear);
  const understood = countedOptions(text, count, taken.numbers);
  const others = [
    ...barePlaces(text, understood.length > 0, context),
    ...byTheOrder,
    ...rangesOf(byOrder, text),
    ...pointingWords(text),
    ...bareNumbers(text, count, taken),
    ...orderOfList(text),
    ...(taken.isNote ? notesBeside(text) : []),
    ...nearPlaces(text),
  ];
  const found = understood.filter(({ end }) => !isOfDocument(text, end));
  for (const range of others)
    if (!isOfDocument(text, range.end) && !found.some(({ start, end }) => start < range.end && range.start < end))
      found.push(unclear(range));
  return found;
}

/** "The second option in his lease" is one of the lease. */
function isOfDocument(text: string, end: number): boolean {
  return ofDocument.test(text.slice(end, end + 60));
}

function unclear(range: Range): CountedOptions {
  return { ...range, lead: "", places: null };
}
