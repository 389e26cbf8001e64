import { isSmallEnglishWord } from "./english-article.ts";
import { anyCase } from "./letter-grammar.ts";
import type { Range } from "./letter-match.ts";
import { calledRight, foreignJudgement, foreignVerbs, oneSays, severalSay } from "./letter-verbs.ts";
import { certainNouns, entryNouns, statementNouns } from "./option-nouns.ts";
import { PatternFamily } from "./pattern-family.ts";
import type { TakenLetters } from "./taken-letters.ts";

const word =
  "one|two|three|four|five|six|eins|zwei|drei|vier|fünf|deux|trois|quatre|cinq|dos|tres|cuatro|cinco|dois|três|quatro|due|tre|quattro|cinque";
/** No part of a longer number. */
const digit = String.raw`(?<!\d[.,]?)[1-9](?![\d%°])`;
const number = `(?:${digit}|${word})(?![\\p{L}\\d%°]|[.,:]\\d)`;
const joined = String.raw`(?:\s*(?:,|and|or|&|und|oder|et|ou|y|o|e|[-–—]|to|bis|à)\s*(?:(?:la|le|die|a|il)\s+)?(?:#\s?)?\(?[1-9]\)?)`;
const several = String.raw`\(?${digit}\)?${joined}{0,5}(?![\p{L}\d%°]|[.,:]\d)`;
const said = `(?:${calledRight}|(?:is|are)\\s+(?:both\\s+|also\\s+)?(?:out|gone|eliminated|excluded|ruled\\s+out)|${foreignJudgement}|${foreignVerbs}|${oneSays}|${severalSay})(?!\\p{L})`;
const verdict =
  "(?:in)?correct|wrong|right|true|false|falsch|richtig|korrekt|faux|vraie?|fausse|juste|(?:in)?correct[ao]|fals[ao]|verdader[ao]|(?:in)?corret[ao]|errad[ao]|cert[ao]|errat[ao]|sbagliat[ao]|corrett[ao]|giust[ao]";
const start = String.raw`(?:^|[.!?;:,]\s+|\n)`;
const isOver = String.raw`(?=\s*(?:[.,;:)]\s|[.;:)]*$|\n)|\s+(?:because|since|as|and|but|weil|da|denn|car|porque|pois|perché)(?!\p{L}))`;
const called = anyCase(`${statementNouns}|${entryNouns}`);
const options = anyCase(`${certainNouns}|responses?|Lösung|key|ones?`);

const numberWord = String.raw`(?:[Nn]umbers?|[Nn]os?\.|[Nn]r\.|[Nn]ummern?|[Nn][º°]|[Nn]úmeros?|[Nn]uméros?|[Nn]umer[oi]|#)`;

/** Numbers that no noun need come before. */
const alone = new PatternFamily(
  [
    // "2 and 4 are wrong", "2 describes", "but (1) is right"
    String.raw`${several}(?=\s+${said})`,
    // "Two and four are correct", "Only three is correct", and no "Only one is correct", "two are correct"
    String.raw`(?:${word})(?:\s*(?:,|and|und|et|y|e)\s*(?:${word})){1,4}(?=\s+(?:${calledRight}|${foreignJudgement}))`,
    String.raw`(?:two|three|four|five|six)(?=\s+(?:is|was)\s+(?:(?:in)?correct|wrong|right|false|true|the)(?!\p{L}))`,
    String.raw`(?<=(?:answers?|options?|choices?|ones?)\s+(?:is|are)\s+)(?:${word})(?:\s*(?:,|and)\s*(?:${word})){1,4}${isOver}`,
    // "2: wrong", "(3) – correct"
    String.raw`(?<=${start})\(?${digit}\)?(?=\s*[:.)=–—-]\s*(?:${verdict})(?!\p{L}))`,
    // "Number 2 is the key", "#2 would do", "no. 3 is slow", "Richtig ist Nummer 3"
    String.raw`${numberWord}\s?${number}${joined}{0,5}(?=\s+\p{Ll}|\s*[.,;:)]|$)`,
  ].map((source) => new RegExp(String.raw`(?<![\p{L}\d.,:/#-])${source}`, "giu")),
);

/** Numbers with words that may be those for options. */
const named = new PatternFamily(
  [
    String.raw`(?<=(?<!\p{L})(?:[Ll]as?|[Dd]ie|[Dd]er|[Dd]as|[Ll]es?|[Aa]s?|[Oo]s?|[Ii]l)\s+)${several}(?=\s+(?:${foreignJudgement}|${foreignVerbs}))`,
    // "Answer: 2", "Correct: 2 and 4"
    String.raw`(?<=(?:^|[.!?;]\s+|\n)(?:[Aa]nswers?|[Cc]orrect|[Ww]rong|[Kk]ey|[Ll]ösung(?:en)?|[Rr]ichtig|[Ff]alsch|[Rr]espuestas?|[Rr]éponses?|[Rr]espostas?|[Rr]ispost[ae]|[Gg]abarito)\s*[:=]\s*)${several}${isOver}`,
    // "The answer is 3", "La respuesta correcta es la 3", "Answer (3)"
    String.raw`(?<=(?<!\p{L})(?:${options})\s+(?:[\p{L}]+\s+)?(?:is|are|ist|sind|lautet|est|sont|es|son|é|são|è|sono)\s+(?:(?:clearly|therefore|thus|only|daher|also|donc|la|le|les|las|a|as|die|il|el|o|numero|number)\s+)*)${several}${isOver}`,
    String.raw`(?<=(?<!\p{L})(?:${options})\s*)\([1-9](?:\s*(?:,|and|&)\s*[1-9])*\)`,
    String.raw`(?<=(?<!\p{L})(?:[Cc]hoose|[Pp]ick|[Ss]elect|[Rr]ule\s+out|[Ee]liminate|[Gg]o\s+(?:for|with)|richtig\s+(?:ist|sind))\s+(?:nur\s+)?)${several}(?=\s*(?:[.;:)]|$))`,
    // "Statement 2 is false", where the stem has no statements
    String.raw`(?<!\p{L})(?:${called})\s+(?:${numberWord}\s?)?${number}${joined}{0,5}(?=\s+${said})`,
    String.raw`(?<!\p{L})(?:[Ss]tatements?|[Cc]laims?|Aussagen?|[Aa]ffirmations?|[Aa]firmaci(?:ón|ones)|[Aa]firmaç(?:ão|ões)|[Aa]ffermazion[ei])\s+(?:${numberWord}\s?)?${digit}${joined}{0,5}(?![\w%°]|[.,:]\d)`,
  ].map((source) => new RegExp(source, "gu")),
);

const roman = new PatternFamily([
  new RegExp(String.raw`(?<![\p{L}\d)])(?:\(i{1,3}\)|\(iv\)|\(vi?\))(?=\s+${said})`, "giu"),
]);
export const numberFamilies: readonly PatternFamily[] = [alone, named, roman];

/** Small words of other languages that a number can follow as a subject. */
const foreignSmall =
  /^(?:nur|und|aber|auch|denn|weil|dass|also|daher|seule?|et|mais|car|donc|que|solo|sólo|y|pero|porque|e|mas|pois|apenas|ma|perché|soltanto|la|le|les|las|el|los|a|as|o|os|il|i|die|der|das|ist|sind|est|sont|es|son|é|são|è|sono)$/iu;

/**
 * Numbers that may be those of options though no word says so: "2 and 4 are wrong", "number 3". The numbers that stand in
 * the stem and the options are what the text speaks of.
 */
export function bareNumbers(
  text: string,
  count: number,
  { numbers, isOrdered }: Pick<TakenLetters, "numbers" | "isOrdered">,
): readonly Range[] {
  const bySubject = alone.ranges(text).filter(({ start }) => isSubject(text, start));
  return [
    ...[...bySubject, ...named.ranges(text)].filter(({ start, end }) => {
      const digits = text.slice(start, end).match(/\d/g) ?? [];
      return digits.every((digit) => Number(digit) <= count && !numbers.has(digit));
    }),
    ...(isOrdered ? [] : roman.ranges(text)),
  ];
}

/** Whether no noun comes before that has the number: "Step 2 is wrong" speaks of a step. */
function isSubject(text: string, start: number): boolean {
  const before = /([\p{L}'’-]+)\s+\(?$/u.exec(text.slice(Math.max(0, start - 24), start))?.[1];
  return before === undefined || isSmallEnglishWord(before) || foreignSmall.test(before);
}
