import { isLetter } from "./letter-grammar.ts";

/** Letters of the alphabet, and those with marks, which make "Lösung" one word. */
function isInWord(code: number): boolean {
  return isLetter(code) || (code >= 0xc0 && code <= 0x24f);
}

/** Where a letter is alone, or a bracket before one: few places, so that no pattern need look at every other. */
export function letterSpots(text: string, mayBeSmall: boolean): number[] {
  const spots: number[] = [];
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    const isBracket = code === 0x7b || code === 0x28 || code === 0x5b;
    if (!isBracket && (!isLetter(code) || isInWord(text.charCodeAt(index - 1)))) continue;
    if (isBracket !== isInWord(text.charCodeAt(index + 1))) continue;
    if (code >= 0x61 && code <= 0x7a && !mayBeSmall && text.charCodeAt(index + 1) !== 0x29) continue;
    spots.push(index);
  }
  return spots;
}
