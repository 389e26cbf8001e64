import type { Range } from "./letter-match.ts";
import { isJudged } from "./letter-match.ts";
import { calledRight, foreignJudgement, foreignVerbs, judgement, oneSays, severalSay } from "./letter-verbs.ts";
import { entryNouns, statementNouns } from "./option-nouns.ts";
import { singularOf } from "./other-things.ts";
import { PatternFamily } from "./pattern-family.ts";
import { type PlaceGrammar, placeGrammars } from "./place-grammar.ts";
import { type Language, languageAt } from "./sentence-language.ts";
import type { LetterContext, TakenLetters } from "./taken-letters.ts";

/** What comes before in a sentence and the one before it, across the ends of lines. */
const twoSentences = /(?:(?:[^.!?]|[.!?](?!\s))*[.!?]\s+)?(?:[^.!?]|[.!?](?!\s))*$/;
const longestTwo = 400;
const near = 120;

interface Place extends Range {
  readonly after: string;
  /** Whether a noun follows that says of what. */
  readonly hasNoun: boolean;
}

const compiled = placeGrammars.map((grammar) => {
  const { articles, places, numerals, joins } = grammar;
  const place = String.raw`(?:(?:${numerals})\s+)?(?:${places})(?:\s+(?:${numerals})(?![\p{L}-])(?:\s+(?:to|or|bis|oder|à|ou|o|a)\s+\p{L}+)?)?`;
  return {
    grammar,
    family: new PatternFamily([
      new RegExp(
        String.raw`(?<![\p{L}'’-])${articles}${place}(?:(?:\s*,\s*|\s*[/&]\s*|\s+(?:${joins})\s+)(?:${articles})?${place}){0,4}(?![\p{L}\d'’-])`,
        "giu",
      ),
    ]),
    // "The opening pair deals with cost", "The second to last describes leases": one.
    several: new RegExp(
      String.raw`(?<=[\s,])(?!pair|half|couple|paar|to\s+last|but\s+(?:one|two))(?:${numerals}|${joins})(?![\p{L}])`,
      "iu",
    ),
  };
});

/** "Last one.", "First and third are wrong": no article, and no noun. */
const ordinal = "first|second|third|fourth|fifth|last";
const ordinalNumber = "[1-9]st|[1-9]nd|[1-9]rd|[1-9]th";
const withoutArticle = new PatternFamily([
  new RegExp(
    String.raw`(?:(?<=^|[.!?]\s+|\n)(?:${ordinal.replace(/\b\p{Ll}/gu, (letter) => letter.toUpperCase())}|${ordinalNumber})(?:\s+from\s+(?:the\s+)?(?:top|bottom|end|last))?|(?<=[:;]\s)(?:${ordinal}|${ordinalNumber}))(?:\s+(?:ones?|two|three|four))?(?:\s*(?:,|and|or|&)\s*(?:${ordinal}|${ordinalNumber})(?:\s+ones?)?){0,4}(?=\s*(?:[.!]\s*)?$|[.!]\s|\s+(?:is|are|was|were|would|does|do|did|has|have|can|cannot)(?![\p{L}]))`,
    "gu",
  ),
  // "Second: correct."
  /(?<=^|[.!?;]\s+|\n)(?:[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ff]ifth|[Ll]ast)(?:\s+one)?(?=\s*[:–—=-]\s*(?:wrong|right|correct|incorrect|true|false)(?!\p{L}))/gu,
]);

/** What may be an option in a text that names others by place. */
const besideOthers = new PatternFamily([
  // "Option 2 fails, and the next does, too."
  /(?<!\p{L})the\s+(?:next|previous|preceding|following)(?=\s*[.,;:!?)]|$|\s+(?:is|are|was|were|does|do|has|would)(?!\p{L}))/giu,
  // "The third option is right, the others, above and below, are not."
  /(?<![\p{L}-])(?:above|below|beneath|underneath|darüber|darunter|ci-dessus|ci-dessous|arriba|abajo|acima|abaixo|sopra|sotto)(?=\s*[.,;:!?)]|\s+(?:and|or|und|oder|et|y|e|is|are|was|were)(?!\p{L})|$)/giu,
]);

export const bareFamilies: readonly PatternFamily[] = [...compiled.map(({ family }) => family), withoutArticle];

/** Places in a room, in time or in a ranking: "at the top", "in the middle". */
const whereabouts = /(?:top|bottom|middle)$/i;
const afterPreposition = /\b(?:at|on|in|to|from|near|towards?|into|by|through)\s+$/i;

const ofStatements = new RegExp(
  String.raw`^\s+(?:\p{Ll}+\s+)?(?:(?:${statementNouns})(?!\p{L})|(?:${entryNouns})(?:\s+(?:on|in)\s+(?:the|this)\s+list)?(?=\s+(?:${judgement}|${foreignJudgement}|${oneSays}|${severalSay}|${foreignVerbs})(?!\p{L})))`,
  "u",
);
/** "The last line names the module", in a text about a log: a part of something that has lines. */
const lines = /^\s+(?:\p{Ll}+\s+)?(?:lines?|rows?|entr(?:y|ies)|lignes?|líneas?|Zeilen?|rig(?:a|he)|linhas?)(?!\p{L})/u;
const ofLines = /(?<!\p{L})(?:logs?|output|files?|trace|poem|report|headers?|records?|document)(?!\p{L})/iu;
/** Whatever it is called: of what is right or wrong, an option may be meant. */
const ofAnythingJudged = new RegExp(
  String.raw`^\s+(?:[\p{L}'’-]+\s+){1,3}?(?:${calledRight}|${foreignJudgement}|(?:trifft|treffen)\s+(?:nicht\s+)?zu)(?!\p{L})`,
  "u",
);

/**
 * Words that name something by its place and may mean an option, which nobody but the author can say: those without a noun
 * ("the last", "the first two apply to …", "die letzte ist falsch"), and those with one that the options may be called by.
 * `isOfOptions` says that the text names options by place: then whatever has no noun may be one.
 */
export function barePlaces(text: string, isOfOptions: boolean, { taken, language }: LetterContext): readonly Range[] {
  const withNone = [...withoutArticle.ranges(text), ...(isOfOptions ? besideOthers.ranges(text) : [])];
  const withOne = compiled.flatMap(({ grammar, family, several }) => {
    const places = family.ranges(text).flatMap((range): readonly Place[] => {
      const before = text.slice(Math.max(0, range.start - 24), range.start);
      const words = text.slice(range.start, range.end);
      if (whereabouts.test(words) && afterPreposition.test(before)) return [];
      // "A prime number", "i primi": small words that two languages share.
      if (grammar.language === "romance" && isElsewhere(languageAt(text, range.start, language))) return [];
      const after = text.slice(range.end, range.end + near);
      return [
        {
          ...range,
          after,
          hasNoun: grammar.hasNoun({
            before,
            after,
            isGroup: several.test(words) || grammar.plural.test(words),
          }),
        },
      ];
    });
    const named = places.filter(({ hasNoun }) => hasNoun);
    return places.filter((place) =>
      place.hasNoun
        ? mayBeCalledSo(text, place, taken)
        : isOfOptions || isJudged.test(place.after) || !isOfThings(text, place, named, grammar),
    );
  });
  return [...withNone, ...withOne];
}

const isElsewhere = (language: Language | null) => language === "english" || language === "other";

/** Whether options may be called by the noun that follows: "The third command deletes it", where the question asks for one. */
function mayBeCalledSo(text: string, { start, after }: Place, taken: TakenLetters): boolean {
  const hasOwn = taken.statements.size > 0 || (taken.isOpen ? taken.numbers.size > 0 : taken.isOrdered);
  if (hasOwn || (lines.test(after) && ofLines.test(text) && !ofAnythingJudged.test(after))) return false;
  if (ofStatements.test(after) || ofAnythingJudged.test(after)) return true;
  const noun = /^\s+(\p{L}{3,})/u.exec(after)?.[1];
  const isFirst = /(?:^|[.!?]\s+)$/.test(text.slice(Math.max(0, start - 3), start));
  return !taken.isOpen && isFirst && noun !== undefined && taken.asked.has(singularOf(noun));
}

/** "Salt, sugar and fat are risk factors; only the last …" */
const enumerated =
  /^\s*\p{L}[^,;:!?]{1,60},\s[^,;:!?]{1,60},?\s(?:and|or)\s[^,;:!?]{2,60}\s(?:are|were|have|can)\s[^,;:!?]{2,80}[;,]\s(?:\p{L}+\s)?$/u;

/** Whether the text has just named what `place` may speak of: "the first step …, the second", "two modes. The first …". */
function isOfThings(text: string, { start, end }: Range, named: readonly Place[], grammar: PlaceGrammar): boolean {
  const before = twoSentences.exec(text.slice(Math.max(0, start - longestTwo), start))?.[0] ?? "";
  const from = start - before.length;
  const words = text.slice(start, end).toLowerCase();
  const isNamed = named.some(
    (other) =>
      other.start >= from &&
      (other.end <= start || (other.start < end + near && text.slice(other.start, other.end).toLowerCase() === words)),
  );
  if (isNamed) return true;
  if (grammar.severalThings.test(before) || enumerated.test(before)) return true;
  return grammar.ofPair.test(text.slice(start, end)) && grammar.pair.test(before);
}
