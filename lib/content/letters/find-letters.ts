import { letterEvidence } from "./letter-evidence.ts";
import { type LetterMatch, unclearMatch } from "./letter-match.ts";
import { hasLoneLetter } from "./lone-letter.ts";
import { mayCount, mayNameByWord } from "./option-places.ts";
import { settleLetters } from "./settle-letters.ts";
import { smallSubjects } from "./small-letters.ts";
import { type LetterContext, type LetterSurvey, noContext } from "./taken-letters.ts";

/**
 * Every place where `text` names options by letter or place, and every letter of which nobody can say what it is, from
 * left to right. A letter is an option where a phrase of a closed list names it, and something else where a closed list of
 * proofs says so ("vitamin A", an article, "P(A)"); where both speak, or neither, it is unclear. Text in quotation marks is
 * somebody else's and is left out, except for braces, which nobody else writes.
 */
export function findLetters(written: string, context: LetterContext = noContext): readonly LetterMatch[] {
  return settled(written, context)?.matches ?? [];
}

/** Which letters name options in `texts`, and which name other things: the same letter must not do both in one question. */
export function surveyLetters(texts: readonly string[], context: LetterContext): LetterSurvey {
  const found = texts.flatMap((text) => settled(text, context) ?? []);
  const options = found.flatMap(({ matches }) =>
    matches.filter(({ by }) => by === "prose").flatMap(({ letters }) => letters.map(({ letter }) => letter)),
  );
  return { options: new Set(options), things: new Set(found.flatMap(({ things }) => things)) };
}

function settled(written: string, context: LetterContext) {
  const small = smallSubjects(written);
  if (!mayCount(written) && small.length === 0 && !hasLoneLetter(written)) return null;
  // No phrase runs across a gap this wide, and patterns would go back and forth in it.
  const text = written.replace(/\s{12,}/g, (gap) => "\uFFFC".repeat(gap.length));
  const evidence = letterEvidence(text, context, mayNameByWord(text));
  const matches = [...evidence.matches, ...small.map((range) => unclearMatch(text, range))];
  return settleLetters(text, { ...evidence, matches }, context);
}
