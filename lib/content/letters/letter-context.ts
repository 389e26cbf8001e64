import { singularOf } from "./other-things.ts";
import type { TakenLetters } from "./taken-letters.ts";

const label = /(?:^|\n)\s*\(?([A-Z])(?:[.):](?=\s|$)|\s[–—-]\s|\s=\s|\s(?:is|are|was|would|does|can|has)\s)/g;
const name = /(?<![A-Za-z\u00C0-\u024F'’.-])([A-Z])(?![A-Za-z\u00C0-\u024F#+-])/g;

/** The letters that begin blocks or lines, as in an explanation that goes through the options: "A. …", "B. …". */
export function labelsOf(texts: readonly string[]): ReadonlySet<string> {
  return new Set(texts.flatMap((text) => [...text.matchAll(label)].map(([, letter = ""]) => letter)));
}

/** Whether a text certainly speaks of the options by letter. */
export function namesOptions(text: string): boolean {
  return /\{[A-Z]\}|(?:ptions?|hoices?|nswers?|ntwort(?:en)?|réponses?|respuestas?|respostas?|risposte?|opci[óo]n(?:es)?|opç(?:ão|ões)|opzion[ei])\s+\(?[A-Z]\)?(?![A-Za-z])/.test(
    text,
  );
}

/** The letters that are alone in `text`, but for an "A" that begins a sentence and the pronoun "I". */
function lettersIn(text: string): readonly string[] {
  return [...text.matchAll(name)].flatMap(({ 1: letter = "", index }) => {
    const isArticle = letter === "A" && /^\s+[\p{L}\p{N}\uFFFC]/u.test(text.slice(index + 1, index + 40));
    const isFirst = /(?:^|[.!?:\n]\s*)$/.test(text.slice(Math.max(0, index - 3), index));
    return letter === "I" || (isArticle && isFirst) ? [] : [letter];
  });
}

const asking =
  /(?<!\p{L})(?:which|what|welche[rsnm]?|quel(?:le)?s?|cuál(?:es)?|qual|quais|quale|quali|qué)\s+(?:(?:of|de|der|von|dei|delle|dos|das|des|the|these|die|den|diesen|los|las|les|ces|as|os|i|le|following|folgenden|siguientes|seguintes|one|two|three|four|\d)\s+){0,4}(\p{L}{3,})/giu;
const counting =
  /(?:^|\n)\s*(?:\d{1,2}|[IVX]{1,4})[.)]\s|(?<!\p{L})(?:first|second|third|fourth|fifth|last|erste|zweite|dritte|letzte|premi[eè]re?|deuxième|derni[eè]re?|primer|primer[ao]|segund[ao]|último|última|primeir[ao]|prim[ao]|ultim[ao])[nrsm]?(?!\p{L})/iu;

/**
 * The letters that a stem and options give to statements ("A. It is …") and other things ("host A"). `numbered` is how many
 * statements the stem has in a numbered list.
 */
export function takenLetters(stem: readonly string[], options: readonly string[], numbered = 0): TakenLetters {
  const labels = labelsOf(stem);
  const statements = labels.has("A") && labels.has("B") ? labels : new Set<string>();
  return {
    statements,
    things: new Set([...stem, ...options].flatMap(lettersIn)),
    subjects: subjectsOf(stem, options),
    combinations: new Set(statements.size > 0 ? options.map((text) => lettersIn(text).join("")) : []),
    isOpen: false,
    numbers: new Set([
      ...[...stem, ...options].flatMap((text) => text.match(/(?<![\p{L}\d])\d(?!\d)/gu) ?? []),
      ...Array.from({ length: numbered }, (_, index) => String(index + 1)),
    ]),
    asked: new Set(stem.flatMap((text) => [...text.matchAll(asking)].map(([, noun = ""]) => singularOf(noun)))),
    isOrdered: numbered > 0 || [...stem, ...options].some((text) => counting.test(text)),
    isNote: false,
  };
}

/** The words of the stem, and those of at least half of the options: what an author may call the options by. */
function subjectsOf(stem: readonly string[], options: readonly string[]): ReadonlySet<string> {
  const words = (text: string) => new Set((text.match(/\p{L}{3,}/gu) ?? []).map(singularOf));
  const counts = new Map<string, number>();
  for (const option of options) for (const word of words(option)) counts.set(word, (counts.get(word) ?? 0) + 1);
  const shared = [...counts].filter(([, count]) => count * 2 >= options.length).map(([word]) => word);
  return new Set([...shared, ...stem.flatMap((text) => [...words(text)])]);
}

/** "Apart from C, every option needs a restart", "B is hardware, and the question asks for software." */
export const namesAllOptions =
  /\b(?:every|all|each|no|other|remaining|these|those|the|all\s+the|both)\s+(?:other\s+)?(?:options|choices|answers|alternatives|distractors)\b|\b(?:every|each|no)\s+(?:other\s+)?(?:option|choice|answer|alternative|distractor)\b|\b(?:it|this|that|which)\s+is\s+(?:therefore\s+|thus\s+)?the\s+(?:best|right|correct|only)\s+(?:option|choice|answer|alternative)\b|\bthe\s+question\s+(?:asks|wants|is|requires|says|states|specifies|mentions|speaks)\b|\bof\s+(?:the|all|these)\s+(?:three|four|five|six)(?=\s*[.,;:)]|$)|\bcandidates\s+(?:choose|pick|confuse|select)\b/i;
