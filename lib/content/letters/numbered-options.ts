import type { Range } from "./letter-match.ts";
import { foreignJudgement } from "./letter-verbs.ts";
import { rangesOf } from "./ranges-of.ts";

const judged = String.raw`(?:is|are|was|were|would\s+be|isn['’]t|aren['’]t)\s+(?:(?:not|also|both|all|clearly|therefore|the)\s+)*(?:(?:only\s+)?(?:in)?correct|wrong|right|false|true|best|(?:an?\s+)?distractors?)(?![\p{L}])`;
const number = "(?:[1-9]|one|two|three|four|five|six)(?!\\p{L})";
const joined = String.raw`(?:\s*(?:,|and|or|&)\s*(?:#\s?)?[1-9])`;
const patterns: readonly RegExp[] = [
  // "2 and 4 are wrong", "Only 3 is correct"
  String.raw`(?<=(?:^|[.!?;:,]\s+|\n)(?:(?:[Oo]nly|[Bb]oth|[Bb]ut|[Aa]nd|[Ss]o)\s+)?)[1-9]${joined}{0,5}(?=\s+(?:${judged}|${foreignJudgement}))`,
  String.raw`(?<=(?<!\p{L})(?:[Ll]as?|[Dd]ie|[Dd]er|[Dd]as|[Ll]es?|[Aa]s?|[Oo]s?|[Ii]l)\s+)[1-9]${joined}{0,5}(?=\s+${foreignJudgement})`,
  // "Answer: 2", "Correct: 2 and 4"
  String.raw`(?<=(?:^|[.!?;]\s+|\n)(?:[Aa]nswers?|[Cc]orrect|[Ww]rong|[Kk]ey|[Ll]ösung|[Rr]ichtig|[Ff]alsch|[Rr]espuestas?|[Rr]éponses?|[Rr]espostas?|[Rr]ispost[ae])\s*[:=]\s*)[1-9]${joined}{0,5}(?=\s*(?:[.;,]\s|[.;]?$|\n))`,
  // "Number 2 is the key", "#2 would do", "No. 3 is slow"
  String.raw`(?<=(?:^|[.!?;:,]\s+|\n)(?:(?:[Oo]nly|[Bb]ut|[Aa]nd|[Ss]o)\s+)?)(?:[Nn]umbers?\s+${number}|[Nn]os?\.\s?[1-9]|(?:[Nn]r\.|[Nn]ummer|[Nn]º|[Nn]úmero|[Nn]uméro|[Nn]umero)\s?[1-9]|#\s?[1-9])${joined}{0,5}(?=\s+\p{Ll}|\s*[.:)]|$)`,
  String.raw`(?<=(?<!\p{L})(?:[Cc]hoose|[Pp]ick|[Ss]elect|[Aa]nswer\s+is|it\s+is|it['’]s|key\s+is|go\s+(?:for|with)|rule\s+out|eliminate)\s+)(?:number\s+${number}|no\.\s?[1-9]|#\s?[1-9])(?![\p{L}\d])`,
  // "Statement 2 is false", where the stem has no statements
  String.raw`(?<!\p{L})(?:[Ss]tatements?|[Cc]laims?|Aussagen?|[Aa]ffirmations?|[Aa]firmaci(?:ón|ones)|[Aa]firmaç(?:ão|ões)|[Aa]ffermazion[ei])\s+[1-9]${joined}{0,5}(?![\w%°]|[.,:]\d)`,
].map((source) => new RegExp(source, "gu"));

/**
 * Numbers that may be those of options though no word says so: "2 and 4 are wrong", "number 3". `others` are the numbers
 * that stand in the stem and the options, which are what the text speaks of.
 */
export function bareNumbers(text: string, count: number, others: ReadonlySet<string>): readonly Range[] {
  return patterns
    .flatMap((pattern) => rangesOf(pattern, text))
    .filter(({ start, end }) => {
      const named = text.slice(start, end).match(/\d/g) ?? [];
      return named.every((digit) => Number(digit) <= count && !others.has(digit));
    });
}
