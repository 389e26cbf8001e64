import { isLetter } from "./letter-grammar.ts";

/** "C++", "B-tree", "d'A", "1.B", and no "slow.B" or "C-A-D". */
export function isPartOfWord(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 10), at);
  return (
    /^[#+]|^-(?!(?:in)?correct|wrong|right|true|false|option|answer|[A-Z](?!\w))\w|^['’](?!s\b)\p{L}/u.test(
      text.slice(at + 1, at + 12),
    ) ||
    (/[\w\u00C0-\u024F-]$|\p{L}['’]$|(?<!\p{Ll}{2})\.$/u.test(before) &&
      !/(?:option|answer|antwort|choice)-$|[ld]['’]$/i.test(before))
  );
}

/** "two reasons: (a) it is slow, and (b) it is dear" */
export function isEnumeration(text: string): boolean {
  const small = text.match(/\(?(?<![A-Za-z])[a-z]\)/g) ?? [];
  const isRun = small.length > 1 && small.every((mark, index) => mark.includes(String.fromCharCode(97 + index)));
  return isRun && /[:,]\s*(?:either\s+)?\(?a\)/.test(text);
}

/** Whether the character at `at` has the form in which texts name options: a letter by itself, or a small one before ")" outside an enumeration. */
export function mayNameOption(text: string, at: number, isEnumerated: boolean): boolean {
  const isSmall = text.charAt(at) >= "a";
  if (!isLetter(text.charCodeAt(at)) || /\w/.test(text.charAt(at + 1))) return false;
  if (isSmall && (text[at + 1] !== ")" || isEnumerated)) return false;
  return !isPartOfWord(text, at);
}
