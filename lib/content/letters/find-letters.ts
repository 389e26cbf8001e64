import { joinedLetters } from "./joined-letters.ts";
import { smallFamily } from "./keyed-phrases.ts";
import { letterEvidence } from "./letter-evidence.ts";
import { type LetterMatch, unclearMatch } from "./letter-match.ts";
import { placeFamilies } from "./option-places.ts";
import { PatternFamily } from "./pattern-family.ts";
import { settleLetters } from "./settle-letters.ts";
import { smallSubjects } from "./small-letters.ts";
import { type LetterContext, type LetterSurvey, noContext } from "./taken-letters.ts";

/** Of all of them only the quick test is asked for. */
const phrases = PatternFamily.of([...placeFamilies, smallFamily]);
const loneCapital = /(?<![A-Za-z\d])[A-Z](?![A-Za-z\d])/;
const letterAndBracket = /\b[A-Za-z]\)/;

/** False for many texts, and quick to tell: whether `text` may name one of `count` options by letter or place. */
export function mayNameOptions(text: string, count: number): boolean {
  return (
    loneCapital.test(text) ||
    letterAndBracket.test(text) ||
    phrases.mayMatch(text) ||
    smallSubjects(text).length > 0 ||
    joinedLetters(text, count).length > 0
  );
}

/**
 * Every place where `text` names options by letter or place, and every letter of which nobody can say what it is, from
 * left to right. A letter is an option where a phrase of a closed list names it, and something else where a closed list of
 * proofs says so ("vitamin A", an article, "P(A)"); where both speak, or neither, it is unclear. Text in quotation marks is
 * somebody else's and is left out, except for braces, which nobody else writes.
 */
export function findLetters(written: string, context: LetterContext = noContext): readonly LetterMatch[] {
  return mayNameOptions(written, context.count) ? lettersIn(written, context) : [];
}

/** The same of a text of which `mayNameOptions` is known to be true. */
export function lettersIn(written: string, context: LetterContext): readonly LetterMatch[] {
  return settled(written, context).matches;
}

/** Which letters name options in `texts`, and which name other things: the same letter must not do both in one question. */
export function surveyLetters(texts: readonly string[], context: LetterContext): LetterSurvey {
  const found = texts.filter((text) => mayNameOptions(text, context.count)).map((text) => settled(text, context));
  const options = found.flatMap(({ matches }) =>
    matches.filter(({ by }) => by === "prose").flatMap(({ letters }) => letters.map(({ letter }) => letter)),
  );
  return { options: new Set(options), things: new Set(found.flatMap(({ things }) => things)) };
}

function settled(written: string, context: LetterContext) {
  // No phrase runs across a gap this wide, and patterns would go back and forth in it.
  const text = written.replace(/\s{12,}/g, (gap) => "\uFFFC".repeat(gap.length));
  const evidence = letterEvidence(text, context, smallFamily.mayMatch(text));
  const matches = [...evidence.matches, ...smallSubjects(text).map((range) => unclearMatch(text, range))];
  return settleLetters(text, { ...evidence, matches }, context);
}
