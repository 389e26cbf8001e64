import { bareFamilies, barePlaces } from "./bare-places.ts";
import { type CountedOptions, countedFamilies, countedOptions } from "./counted-options.ts";
import type { Range } from "./letter-match.ts";
import { orderFamily } from "./list-order.ts";
import { nearFamilies, nearPlaces } from "./near-places.ts";
import { bareNumbers, numberFamilies } from "./numbered-options.ts";
import { PatternFamily } from "./pattern-family.ts";
import { notesBeside, pointingFamilies, pointingWords } from "./pointing-words.ts";
import type { LetterContext } from "./taken-letters.ts";

/** Sentences that go by the order of the list, though no word for options may stand in them. */
const byTheList = new PatternFamily([
  // "the option above", "the next choice"
  /\bthe\s+(?:(?:option|choice|answer|alternative)\s+(?:above|below|before|after)|(?:previous|preceding|following|next|top|bottom|middle|latter|former)\s+(?:option|choice|answer\s+choice|alternative))\b/gi,
  // "the answer before it"
  /\b(?:options?|choices?|answers?|alternatives?)\s+(?:immediately\s+|right\s+|just\s+|directly\s+)?(?:before|after|above|below|preceding|following)\s+(?:it|that|this|them)\b/giu,
  /\b[Ee]very\s+other\s+(?:option|choice|answer|alternative),?\s+(?:starting|beginning|from)\b/gu,
  /\b(?:odd|even)(?:-numbered)?\s+(?:options|choices|answers|alternatives|ones)\b/giu,
  /\b(?:neighbou?ring|adjacent)\s+(?:options?|choices?|answers?|alternatives?|ones?)\b|\bneighbou?rs?\s+(?:in|on)\s+the\s+list\b/giu,
  /\b[Ff]rom\s+(?:the\s+)?top\s+to\s+(?:the\s+)?bottom\b|\b(?:down|up)\s+the\s+list\b/gu,
]);

/** The same with a lone letter, for which a text is looked at anyhow. */
const byLetter = new PatternFamily([
  // "everything after B"
  /\b(?:[Ee]verything|[Aa]nything|[Aa]ll|[Tt]hose|[Tt]he\s+(?:others|rest))\s+(?:after|before|above|below)\s+[A-Z]\b(?!['’])/gu,
  // "B to E follow in chronological order"
  /\b[A-Z]\s*(?:[-–—]|to|through)\s*[A-Z]\b(?=[^.!?\n]{0,160}\bin\s+(?:[a-z]+\s+)?(?:order|sequence)\b)/gu,
]);

/** All patterns that find options by where they stand, and need no letter for it. */
export const placeFamilies: readonly PatternFamily[] = [
  ...countedFamilies,
  ...bareFamilies,
  ...pointingFamilies,
  ...numberFamilies,
  ...nearFamilies,
  orderFamily,
  byTheList,
];

const ofDocument =
  /^\s+(?:of|in|under)\s+(?:the|this|that|his|her|our|my|your|its|their|an?)\s+(?:[a-z]+\s+){0,2}(?:lease|contract|agreement|mortgage|licen[cs]e|tender|treaty|statute|insurance)(?!\p{L})/u;

/**
 * Every place where `text` finds options by where they stand: what is understood, and then all words for a place of which
 * nobody can say whether they mean an option.
 */
export function optionPlaces(text: string, context: LetterContext): readonly CountedOptions[] {
  const { count, taken } = context;
  if (count === 0) return [];
  const understood = countedOptions(text, count, taken.numbers);
  const others = [
    ...barePlaces(text, understood.length > 0, context),
    ...byTheList.ranges(text),
    ...byLetter.ranges(text),
    ...pointingWords(text),
    ...bareNumbers(text, count, taken),
    ...orderFamily.ranges(text),
    ...(taken.isNote ? notesBeside(text) : []),
    ...nearPlaces(text),
  ];
  const found = understood.filter(({ end }) => !isOfDocument(text, end));
  for (const range of others)
    if (!isOfDocument(text, range.end) && !found.some(({ start, end }) => start < range.end && range.start < end))
      found.push(unclear(range));
  return found;
}

const ofSomebody =
  /^\s+that\s+(?:(?:the|an?|his|her|our|your)\s+\p{Ll}+\s+(?:has|have|had)\s|(?:comes?|came)\s+back\s)/u;

/** "The second option in his lease" is one of the lease, "the last option that the client has" one of the client. */
function isOfDocument(text: string, end: number): boolean {
  const after = text.slice(end, end + 60);
  return ofDocument.test(after) || ofSomebody.test(after);
}

function unclear(range: Range): CountedOptions {
  return { ...range, lead: "", places: null };
}
