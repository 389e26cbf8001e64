import type { TakenLetters } from "./find-letters.ts";

const label = /(?:^|\n)\s*\(?([A-Z])(?:[.):](?=\s|$)|\s[–—-]\s)/g;
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

/** The letters that stand alone in `text`, but for an "A" that begins a sentence and the pronoun "I". */
function lettersIn(text: string): readonly string[] {
  return [...text.matchAll(name)].flatMap(({ 1: letter = "", index }) => {
    const isArticle = letter === "A" && /^\s+[\p{L}\p{N}\uFFFC]/u.test(text.slice(index + 1, index + 40));
    const isFirst = /(?:^|[.!?:\n]\s*)$/.test(text.slice(Math.max(0, index - 3), index));
    return letter === "I" || (isArticle && isFirst) ? [] : [letter];
  });
}

/** The letters that a stem and options give to statements ("A. It is …") and other things ("host A"). */
export function takenLetters(stem: readonly string[], options: readonly string[]): TakenLetters {
  const labels = labelsOf(stem);
  const statements = labels.has("A") && labels.has("B") ? labels : new Set<string>();
  return {
    statements,
    things: new Set([...stem, ...options].flatMap(lettersIn)),
    combinations: new Set(statements.size > 0 ? options.map((text) => lettersIn(text).join("")) : []),
    isOpen: false,
  };
}
