/** In shorter words, a single letter makes another word. */
const shortest = 5;

/**
 * Returns whether `after` is `before` with a slip corrected: case, spaces or punctuation between words, or one letter that was
 * extra, missing, wrong or swapped with its neighbour. A digit is not a slip, and neither is more than one letter: "increase"
 * is not "decrease".
 */
export function isMended(before: string, after: string): boolean {
  const [a, b] = [lettersOf(before), lettersOf(after)];
  if (a === b) return true;
  if (Math.min(a.length, b.length) < shortest || digitsOf(a) !== digitsOf(b)) return false;
  const start = commonStart(a, b);
  const rest = commonStart(reversed(a.slice(start)), reversed(b.slice(start)));
  const [left, right] = [a.slice(start, a.length - rest), b.slice(start, b.length - rest)];
  if (!/^\p{L}*$/u.test(left + right)) return false;
  return (left.length <= 1 && right.length <= 1) || (left.length === 2 && right === reversed(left));
}

/** Punctuation counts beside a digit; signs of mathematics and code count anywhere. */
function lettersOf(text: string): string {
  const letters = text.toLowerCase().replace(/\s+/g, "");
  return digitsOf(letters) === "" ? letters.replace(/[.,;:?"'’“”]|(?<=\p{L})-(?=\p{L})/gu, "") : letters;
}

function digitsOf(text: string): string {
  return text.replace(/\P{N}/gu, "");
}

function reversed(text: string): string {
  return [...text].reverse().join("");
}

function commonStart(a: string, b: string): number {
  let length = 0;
  while (length < a.length && length < b.length && a[length] === b[length]) length++;
  return length;
}
