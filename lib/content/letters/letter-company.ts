import { positionOfLetter } from "#lib/exam/letters";
import { isSmallEnglishWord, mayBePast } from "./english-article.ts";
import { isOfDomain } from "./letter-domains.ts";
import { type LetterEvidence, spotsWithin } from "./letter-evidence.ts";
import { isJudged, type LetterMatch, type Range } from "./letter-match.ts";
import { isPartOfWord } from "./letter-shape.ts";
import { foreignVerbs, oneSays, oneServes, severalSay, severalServe } from "./letter-verbs.ts";
import { anyOptionNoun } from "./option-nouns.ts";
import { mayComeAlone } from "./other-things.ts";
import { sentenceOf } from "./sentences.ts";
import type { LetterContext } from "./taken-letters.ts";

/**
 * Whether the question gives its letters to nothing but options, as far as anybody can see. An author who says "answer C"
 * there means options by the other letters too.
 */
export function givesLettersToNothing(
  text: string,
  { others, spots }: LetterEvidence,
  { taken, elsewhere, count }: LetterContext,
): boolean {
  if (taken.isOpen || elsewhere.things.size > 0) return false;
  if ([...others.values()].some(mayComeAlone)) return false;
  return !spots.some((spot) => isBeyond(text, spot, count));
}

/** A letter that is alone, and that of no option. */
export function isBeyond(text: string, spot: number, count: number): boolean {
  const letter = text.charAt(spot);
  return /[B-HJ-Z]/.test(letter) && positionOfLetter(letter) >= count && !isPartOfWord(text, spot);
}

const smallWord =
  /^(?:der|die|das|dem|den|bei|in|im|mit|nur|auch|und|oder|ist|sind|von|zu|für|auf|aus|als|wie|noch|weder|dass|weil|denn|aber|also|daher|tanto|como|quanto|sia|soit|bleibt|bleiben|gegen|unter|wäre|wären|reste|restent|resta|restam|restano|rimane|rimangono|queda|quedan|elige|já|le|la|les|de|du|des|à|au|en|dans|par|pour|avec|sans|et|ou|ni|que|qui|mais|car|donc|est|sont|seule?s?|sauf|el|los|las|por|para|con|sin|y|o|pero|porque|es|son|s[oó]lo|ni|entre|sobre|salvo|menos|a|os?|as|da|do|na|no|em|com|sem|nem|mas|pois|é|são|só|apenas|il|lo|i|gli|di|della|dalla|alla|nella|per|tra|fra|e|né|ma|che|è|sono|solo|tranne)$/iu;

/** "The company pays at rate C": a word before the letter that may be its noun, in whatever language. */
function mayHaveNoun(text: string, start: number): boolean {
  const before = /(?<![\p{L}'’-])([\p{L}'’-]+)\s+["“«]?$/u.exec(text.slice(Math.max(0, start - 30), start))?.[1];
  if (before === undefined || before.length === 1) return false;
  return !isSmallEnglishWord(before) && !smallWord.test(before) && !leadingVerb.test(before);
}
const leadingVerb = new RegExp(`^(?:${oneSays}|${severalSay}|${oneServes}|${severalServe})$`, "u");

/** "When A is high, C is low", "he received an A": what is supposed, and one of many. */
function isSupposed(text: string, start: number): boolean {
  const before = text.slice(Math.max(0, start - 80), start);
  return (
    /(?<!\p{L})(?:if|when|whenever|suppose|assum(?:e|ing)|let|wenn|falls|sobald|quand|lorsque|cuando|quando)(?!\p{L})[^.,!?;\n]*$/iu.test(
      before,
    ) || /(?<!\p{L})(?:an|eine?[nrms]?|une?|una|uma?)\s+$/iu.test(before)
  );
}

/** "A sold the car": somebody of a story, and no option, which does what it does at all times; or what is only supposed. */
export function isInStory(text: string, { start, end }: Range): boolean {
  const next = /^\s+(\p{Ll}+)/u.exec(text.slice(end, end + 30))?.[1] ?? "was";
  const isPast = mayBePast(next) && !/^(?:was|were|had|did|used|cost|put|set|cut|let|read|hit|split)$/.test(next);
  return isPast || isSupposed(text, start);
}

/** False for a letter that may be a word, a label, an initial, of a noun, or a quantity of the sentence's subject. */
export function mayFollow(text: string, { start, end }: Range, sentence: string): boolean {
  const letter = text.slice(start, end);
  if (
    !/^[A-Z]$/.test(letter) ||
    isOfDomain(letter, sentence) ||
    mayHaveNoun(text, start) ||
    isInStory(text, { start, end })
  )
    return false;
  return !/^(?:\.\s+\p{Lu}|\})/u.test(text.slice(end, end + 4));
}

const toAnother = String.raw`\s+(?:(?:fino\s+)?(?:ad?|alla)|à|às|até|hasta|jusqu['’]à)\s+(?:(?:la|a|à)\s+)?`;
const beforeAnother = new RegExp(String.raw`^${toAnother}[A-Z](?![\p{L}])`, "u");
const behindAnother = new RegExp(String.raw`(?<![\p{L}])[A-Z]${toAnother}$`, "u");

/** "Le opzioni dalla B alla E", "B a D": there may be others between, which no letter says. */
export function isEndOfRange(text: string, { start, end, letters }: LetterMatch): boolean {
  if (letters.length !== 1) return false;
  return (
    beforeAnother.test(text.slice(end, end + 24)) || behindAnother.test(text.slice(Math.max(0, start - 24), start))
  );
}

/** "La vitamina E protegge le membrane, la D …", "Type A responds, those with B do not": a noun of the sentence may be left out. */
export function isElliptic(text: string, start: number): boolean {
  return /(?<!\p{L})(?:las?|les?|el|il|die|der|das|[ao]s?|with|of|to|for|than|from|by|like|mit|von|für|avec|de|con|com|di)\s+$/iu.test(
    text.slice(Math.max(0, start - 8), start),
  );
}

/** "B is wrong about that": whoever is called so. */
export function isOfPerson(text: string, end: number): boolean {
  return /^\s+(?:is|was)\s+(?:(?:in)?correct|wrong|right)\s+(?:about|to|that|when|if|in)\b/.test(
    text.slice(end, end + 40),
  );
}

/** "Activities A and C …", "A is the amplitude … y = A sin(Bx + C)": whether the text has letters of its own that belong together. */
export function hasSeries(text: string, evidence: LetterEvidence): boolean {
  const symbols = new Set([...evidence.others].flatMap(([at, { kind }]) => (kind === "symbol" ? [text[at]] : [])));
  const hasFormula = symbols.size > 1 || (symbols.size > 0 && formula.test(text));
  return hasFormula || hasThings(text, evidence);
}

/**
 * "Team A tests while B builds", "Switch C is the root, so the port of B towards A is blocked": whether the letter at `at` is of
 * a run from A on, of which its sentence gives one to a thing, in a text that says nothing of options.
 */
export function continuesRun(text: string, at: number, evidence: LetterEvidence, isClaimed: boolean): boolean {
  const after = text.slice(at + 1, at + 120);
  const { start, end } = sentenceOf(text, at);
  if (isClaimed || isJudged.test(after) || said.test(after)) return false;
  const before = text.slice(Math.max(0, at - 16), at);
  const isElliptic = /\s(?:and|und|et|y|e)\s+$/u.test(before) && amount.test(after);
  if (!isElliptic && !ofOther.test(before) && !contrast.test(text.slice(start, at))) return false;
  const kindOf = (spot: number) => evidence.others.get(spot)?.kind ?? "";
  const here = spotsWithin(evidence, start, end).filter((spot) => !/term|word|class/.test(kindOf(spot)));
  const letters = [...new Set(here.map((spot) => text.charAt(spot)))].sort().join("");
  return letters.length > 1 && "ABCDEFGH".startsWith(letters) && here.some((spot) => kindOf(spot) === "thing");
}

/** A word for options, or one that says what is right. */
export const ofOptions = new RegExp(
  String.raw`(?<!\p{L})(?:${anyOptionNoun}|(?:in)?correct|(?<!\b(?:the|turns?)\s)right|wrong|true|false)(?!\p{L})`,
  "iu",
);
/** "Team A tests while B builds", and no "Since host A is down, B …". */
const contrast = /^\W*(?:\p{L}+\s+)?\p{L}+\s+[A-H]\s[^.!?\n]*\s(?:whereas|while|während|mientras|enquanto|mentre)\s+$/u;
/** "Partner A pays 60 and B 40" */
const amount = /^\s+(?:(?:only|about)\s+)?(?:[€$£]?\d|(?:one|two|three|four|five|six|seven|eight|nine|ten|half)\s)/u;
/** The object of a noun or a verb, and no "gives B", "solved by B". */
const ofOther =
  /[\p{L}%]\s+(?:of|to|than|from|on|until|sobre|sur|über|towards?|through|between|against|de|von|gegen)\s+(?:[A-H]\s+and\s+)?$/u;

const formula = /(?<!\p{L})\p{L}\s?=\s?(?!\p{Ll}{3})\S|[→⇌⇒]/u;

/** Whether nouns give letters to two things or more. */
export function hasThings(text: string, { others }: LetterEvidence): boolean {
  return new Set([...others].filter(([, { kind }]) => kind === "thing").map(([at]) => text[at])).size > 1;
}

const operator = /^\s?[/+*·=-]\s?\p{L}/u;
const behindOperator = /\p{L}\s?[/+*·=-]\s?$/u;
const modal = /^\s+(?:can|cannot|can['’]t|could|will|would|must|may|might|has|have|does|do)\b/;
const said = new RegExp(String.raw`^\s+(?:${oneSays}|${severalSay}|${foreignVerbs})(?!\p{L})`, "u");
/** What comes before options as well as before anything else. */
const pointing =
  /(?<!\p{L})(?:in|see|as|like|unlike|than|with|from|for|to|under|by|per|only|and|or|not|but|except|like|wie|in|bei|mit|nur|und|oder|à|en|dans|con|com|como|comme|come|que|et|ou|y|e|o|ni|nem|né)\s+$/iu;

/**
 * Whether the letter at `at` goes on with those: nothing is said of it that is said of options, and it is one of them, or
 * stands within a sentence about one of them, with no word before it that leads to an option.
 */
export function continuesSeries(text: string, at: number, { others }: LetterEvidence, isClaimed: boolean): boolean {
  const after = text.slice(at + 1, at + 120);
  if (isJudged.test(after) || said.test(after)) return false;
  const named = [...others].flatMap(([spot, other]) => (mayComeAlone(other) ? [spot] : []));
  const isOperand =
    operator.test(text.slice(at + 1, at + 5)) || behindOperator.test(text.slice(Math.max(0, at - 4), at));
  if (isOperand && named.some((spot) => text[spot] === text[at] && others.get(spot)?.kind === "symbol")) return true;
  if (isClaimed && !modal.test(after)) return false;
  // "y = A sin(Bx + C)", "A + 2B → C"
  const isInFormula = formula.test(text) && [...text.matchAll(new RegExp(`(?<!\\p{L})${text[at]}`, "gu"))].length > 1;
  if (isInFormula || named.some((spot) => text[spot] === text[at])) return true;
  // "A and B are joint tenants", where A is one
  const [, before] = /(\p{Lu})\s+(?:and|und|et|y|e)\s+$/u.exec(text.slice(Math.max(0, at - 8), at)) ?? [];
  const [, behind] = /^\s+(?:and|und|et|y|e)\s+(\p{Lu})(?!\p{L})/u.exec(after) ?? [];
  if (named.some((spot) => text[spot] === before || text[spot] === behind)) return true;
  const sentence = sentenceOf(text, at);
  return (
    named.some((spot) => others.get(spot)?.kind !== "symbol" && spot >= sentence.start && spot < sentence.end) &&
    /[\p{L},]\s+$/u.test(text.slice(Math.max(sentence.start, at - 3), at)) &&
    (modal.test(after) || !pointing.test(text.slice(Math.max(0, at - 12), at)))
  );
}

/** "Host A sends a SYN to host B, and B answers": the sentence has named the letter, and says nothing of it that is said of options. */
export function isNamedBefore(text: string, at: number, { others }: LetterEvidence): boolean {
  const { start } = sentenceOf(text, at);
  // "A B-tree (B) keeps them sorted": in brackets of its own it names an option, if anything.
  if (text[at - 1] === "(" && text[at + 1] === ")") return false;
  const isNamed = [...others].some(
    ([spot, { kind }]) => spot >= start && spot < at && text[spot] === text[at] && kind !== "word",
  );
  return isNamed && !isJudged.test(text.slice(at + 1, at + 120));
}

/** "J. A. Smith", "subsection (B)", "P(A)": what looks like a label, and is part of something else. */
export function isOfOther(text: string, at: number, { others }: LetterEvidence): boolean {
  const kind = others.get(at)?.kind;
  return kind === "term" || kind === "thing" || (kind === "symbol" && text[at - 1] === "(");
}
