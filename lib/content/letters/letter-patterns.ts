/**
 * The phrases that name options by letter, as regular expressions. Each matches the list of letters alone; what must
 * stand before and after it is looked at and left.
 */

/** One letter: {A}, (a), a), A. */
const token = String.raw`(?:\{[A-Z]\}|\([A-Za-z]\)|[A-Za-z]\)|[A-Z](?![\w+#]|-\w|['’](?!s\b)))`;
const separator = String.raw`(?:\.?\s*,\s*(?:(?:and|or|nor|&)\s+)?|\.?\s+(?:and|or|nor|&|as\s+well\s+as)\s+|\s*[/&]\s*)`;
const list = `${token}(?:${separator}(?!I\\b)${token}){0,25}`;
const longList = `${token}(?:${separator}(?!I\\b)${token}){1,25}`;
const start = String.raw`(?:^|(?<=[.!?;:(]\s*|,\s*|\n|\b(?:and|but|or|while|whereas|so|because|since|that|thus|therefore|hence|only|why|although|though|however|if|as)\s+))`;
const sentenceStart = String.raw`(?:^|(?<=[.!?;:]\s+))`;
const verdict = String.raw`(?:is|are|was|were|isn['’]t|aren['’]t)\s+(?:(?:also|both|all|clearly|simply|therefore|thus|not|each|just|only)\s+)*(?:the\s+|an?\s+)?(?:only\s+)?(?:in)?(?:correct|wrong|right|false|true|valid|best|distractors?)\b`;
const verb = String.raw`(?:is|was|are|were|describes?|refers?|would|does|do|has|have|can|cannot|uses?|will|gives?|names?|states?|confuses?|mentions?|applies|apply)\b`;

export interface LetterPattern {
  readonly by: "braces" | "prose" | "doubt" | "hint";
  readonly pattern: RegExp;
}

/** Tried in this order; what an earlier one has found is not looked at again. */
export const letterPatterns: readonly LetterPattern[] = [
  { by: "braces", pattern: /\{[A-Z](?:\s*,\s*[A-Z]){1,25}\}/g },
  {
    by: "prose",
    pattern: new RegExp(
      String.raw`(?<=\b(?:[Oo]ptions?|OPTIONS?|[Cc]hoices?|[Aa]nswers?|[Aa]lternatives?|[Dd]istractors?)(?:\s+(?:is|are|was|were|would\s+be|must\s+be|letters?))?:?\s+(?:both\s+|either\s+|neither\s+)?\**)(?:[A-Z]\s*(?:-|–|to|through)\s*[A-Z](?!\w)|${list})`,
      "g",
    ),
  },
  { by: "prose", pattern: new RegExp(String.raw`(?<=\b(?:[Bb]oth|[Nn]either|[Ee]ither)\s+)${longList}`, "g") },
  { by: "prose", pattern: new RegExp(String.raw`${start}${list}(?=\s+${verdict})`, "g") },
  {
    by: "prose",
    pattern:
      /^(?:\([A-Za-z]\)|[A-Za-z]\)|[A-Z](?=:\s|\s+[-–—]\s|\.\s+(?:Incorrect|Correct|Wrong|Right|True|False|Not)\b))/g,
  },
  { by: "prose", pattern: new RegExp(String.raw`(?<=^(?:[Oo]nly\s+)?)${longList}(?=(?:\s+only)?[.!]?$)`, "g") },
  { by: "prose", pattern: /(?<![\w.])[A-Z]\.\s+(?:and|or)\s+[A-Z](?=\.)/g },
  { by: "doubt", pattern: new RegExp(String.raw`${sentenceStart}${longList}(?=\s+[a-z])`, "g") },
  { by: "doubt", pattern: /^[A-Z](?=\.\s+[A-Z])/g },
  { by: "hint", pattern: new RegExp(String.raw`${sentenceStart}[A-Z](?=\s+${verb})`, "g") },
  { by: "braces", pattern: new RegExp(String.raw`\{[A-Z]\}(?:${separator}\{[A-Z]\}){0,25}`, "g") },
];

/** What finds everything in a text whose only letters are in braces. */
export const bracePatterns = letterPatterns.filter(({ by }) => by === "braces");

const keyword = /\b(?:options?|choices?|answers?|alternatives?|distractors?|both|neither|either)\s/i;
const looseLetter = new RegExp(
  String.raw`(?<![A-Za-z{])(?:[B-Z]|A(?!\s(?!(?:isn|weren|aren|and|or|nor|to|through|as|${verb.slice(3, -3)})\b)[a-z]))(?![A-Za-z}])|(?<![A-Za-z])[A-Za-z]\)`,
);

/** False for most texts, and quick to tell: whether any pattern for prose could find something. */
export function mayNameOptions(text: string): boolean {
  if (!hasLoneLetter(text)) return false;
  return looseLetter.test(text) || (/(?<![A-Za-z])A(?![A-Za-z])/.test(text) && keyword.test(text));
}

/** Whether a capital stands alone outside braces, or any letter alone before a bracket: a loop, for speed. */
function hasLoneLetter(text: string): boolean {
  let before = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (isLetter(code) && !isLetter(before)) {
      const after = text.charCodeAt(index + 1);
      if (after === 0x29 || (code < 0x5b && before !== 0x7b && !isLetter(after))) return true;
    }
    before = code;
  }
  return false;
}

function isLetter(code: number): boolean {
  return (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
}
