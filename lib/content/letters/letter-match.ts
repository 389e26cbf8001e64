import { judgement } from "./letter-verbs.ts";

export interface Range {
  readonly start: number;
  readonly end: number;
}

/** One or more option letters named together: "Options A, C and D", "{B}", "both A and B". */
export interface LetterMatch extends Range {
  /** What of the text is the list of letters, from `start` to `end`. */
  readonly letters: readonly (Range & { readonly letter: string })[];
  readonly join: "and" | "or";
  /** How the author named them: in braces, in prose that is understood, or so that it could mean something else. */
  readonly by: "braces" | "prose" | "unclear";
  /** Whether a word such as option or answer stands with them. */
  readonly isKeyed: boolean;
  /** Words printed before the letters, where the text has others: "The first option" becomes "Option A". */
  readonly lead: string;
  /** True when the letters cannot be sorted without changing the sense. */
  readonly keepOrder: boolean;
  /** What the sentence says of the options named. */
  readonly verdict: "right" | "wrong" | null;
}

/** How far around a list of letters the rest of its sentence is looked at. */
const near = 200;

export function letterMatch(text: string, found: Range, by: "braces" | "prose", isKeyed: boolean): LetterMatch {
  const range = withoutRepeats(text, withoutBracketOfSentence(text, found));
  const matched = text.slice(range.start, range.end);
  const letters = isSpan(matched) ? spanned(matched, range) : separate(matched, range);
  const words = matched.toLowerCase();
  return {
    ...range,
    letters,
    join: /\bor\b/.test(words) ? "or" : "and",
    by: hasBareLetter(matched) ? by : "braces",
    isKeyed,
    lead: "",
    keepOrder: isOrdered(words, text.slice(range.end, range.end + near), letters.length),
    verdict: verdictOf(text, range),
  };
}

/** Letters, or words that count options (without a letter), of which nobody can say what they name. */
export function unclearMatch(text: string, range: Range): LetterMatch {
  const matched = text.slice(range.start, range.end);
  const letters = isSpan(matched) ? spanned(matched, range) : separate(matched, range);
  return { ...range, letters, join: "and", by: "unclear", isKeyed: false, lead: "", keepOrder: true, verdict: null };
}

/** Words of another language stay where they are, and so do letters that an enumeration of as many things follows. */
function isOrdered(words: string, rest: string, count: number): boolean {
  if (
    /\bnor\b|as\s+well\s+as|[[\]]|\s(?:und|oder|sowie|beziehungsweise|bzw\.|et|ou|y|e|o|och|og|eller|i|lub|ve|veya|и|или)\s|和|与|與|及|或|と|や|와|과/.test(
      words,
    )
  )
    return true;
  if (count < 2) return false;
  // "B and C encrypt data. The former is …"
  if (
    /(?<!\p{L})(?:the\s+(?:former|latter|first|second|last)|die\s+erste(?:re)?|ersterer?|letzterer?)(?!\p{L})/iu.test(
      rest,
    )
  )
    return true;
  const sentence = /^[^.!?\n]*/.exec(rest)?.[0] ?? "";
  if (
    /\b(?:respectively|in\s+turn|beziehungsweise|bzw|respectivamente|respectivement|rispettivamente|in\s+th(?:at|is)\s+order)\b/i.test(
      sentence,
    )
  )
    return true;
  const after = /^\s*(?:[(:–—-]|are|were|mean|stand\s+for|describe)\s*([^()]*)/.exec(sentence)?.[1] ?? "";
  // "B, C and E name the services for metrics, calls and changes (CloudWatch, CloudTrail, Config)."
  const inBrackets = [...sentence.matchAll(/\(([^()]*)\)/g)].map(([, within = ""]) => within);
  return [after, ...inBrackets, ...(count > 2 ? [sentence] : [])].some((list) => itemsIn(list) === count);
}

function itemsIn(list: string): number {
  return list.split(/\s*(?:,\s*(?:and|or)?\s|;|\/)\s*|\s+(?:and|or)\s+/).filter((item) => item !== "").length;
}

/** "(see option C)": the bracket closes one that was open before, and is not that of "C)". */
function withoutBracketOfSentence(text: string, { start, end }: Range): Range {
  const isClosed = /[A-Za-z]\)$/.test(text.slice(start, end)) && !/\([A-Za-z]\)$/.test(text.slice(start, end));
  if (!isClosed) return { start, end };
  const before = text.slice(Math.max(0, start - near), start);
  const isOpen = before.lastIndexOf("(") > Math.max(before.lastIndexOf(")"), -1);
  return { start, end: isOpen ? end - 1 : end };
}

/** "B or D, and D is cheaper" is a list of two, and the same letter begins another clause. */
function withoutRepeats(text: string, range: Range): Range {
  const matched = text.slice(range.start, range.end);
  if (isSpan(matched)) return range;
  const letters = separate(matched, range);
  const repeated = letters.findIndex(({ letter }, index) =>
    letters.slice(0, index).some((each) => each.letter === letter),
  );
  return repeated < 1 ? range : { start: range.start, end: letters[repeated - 1]?.end ?? range.end };
}

function hasBareLetter(matched: string): boolean {
  return /(?<![A-Za-z])[A-Za-z](?![A-Za-z])/.test(matched.replace(/\{[A-Z](?:\s*,\s*[A-Z])*\}/g, ""));
}

function isSpan(matched: string): boolean {
  return /^[A-Z]\s*(?:[-–—]|to|thru|through|bis|à)\s*[A-Z]$/.test(matched);
}

/** "A-D", "A to D": every letter between, all standing at the whole range. */
function spanned(matched: string, range: Range): LetterMatch["letters"] {
  const from = matched.charCodeAt(0);
  const to = matched.charCodeAt(matched.length - 1);
  const count = Math.max(to - from + 1, 0);
  return Array.from({ length: count }, (_, index) => ({ letter: String.fromCharCode(from + index), ...range }));
}

function separate(matched: string, range: Range): LetterMatch["letters"] {
  // "A y B" has two letters, "a and b" too.
  const bare = /^[a-z](?!\))/.test(matched) ? "[a-z]" : "(?:[A-Z]|[a-z](?=\\)))";
  const letter = new RegExp(`\\{([A-Z])\\}|\\(([A-Za-z])\\)|\\[([A-Z])\\]|(?<![A-Za-z])(${bare})(?![A-Za-z])\\)?`, "g");
  return [...matched.matchAll(letter)].map((match) => ({
    letter: (match[1] ?? match[2] ?? match[3] ?? match[4] ?? "").toUpperCase(),
    start: range.start + match.index,
    end: range.start + match.index + match[0].length,
  }));
}

/** What follows a letter of which something is said that is said of options. */
export const isJudged = new RegExp(String.raw`^['’"”)\]]*\s+(?:${judgement})`);
/** The same of statements, which are true or false anyhow. */
export const isCalledRight =
  /^['’"”)\]]*\s+(?:is|are|was|were)\s+(?:[a-z]+\s+){0,2}(?:(?:in)?correct|right|wrong|the\s)/;

function verdictOf(text: string, range: Range): "right" | "wrong" | null {
  // "All but C are wrong" says nothing of the kind about C.
  const lead = text.slice(Math.max(0, range.start - near), range.start);
  if (
    /\b(?:all|any|each|every|none|nothing|everything)\b[^.!?]*\b(?:but|except(?:\s+for)?)\s+(?:options?\s+)?$/i.test(
      lead,
    )
  )
    return null;
  const after =
    /^\s*(?:(?:is|are|was|were)(n['’]t)?\s+((?:[a-z]+\s+){0,3}?)|[.:)]*\s*(?:[-–—]\s*)?)(correct|incorrect|wrong|right)\b(?!\s+(?:about|in|to|that|when|if|for|as|but)\b)/i.exec(
      text.slice(range.end, range.end + near),
    );
  if (after) {
    const negated = after[1] !== undefined || /\bnot\b/i.test(after[2] ?? "");
    return /^(?:correct|right)$/i.test(after[3] ?? "") === negated ? "wrong" : "right";
  }
  // "One may think the answer is C" does not say that it is.
  const before =
    /(?:\b(?:(incorrect|wrong)|correct|right)\s+(?:answers?|options?|choices?)|(?:^|[.!?\n]\s*|\b(?:so|thus|hence|therefore),?\s+)(?:the\s+)?answers?)\s*(?:is|are|:)\s*(?:options?\s+|choices?\s+|both\s+)?$/i.exec(
      lead,
    );
  return before ? (before[1] ? "wrong" : "right") : null;
}
