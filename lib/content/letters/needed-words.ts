import { isSmallEnglishWord } from "./english-article.ts";

/** Words, as sources of regular expressions that ignore case and need no flag u. */
export type Words = readonly string[];

/**
 * What every text holds that the regular expression `source` matches: a word of each of these lists, of which the first has
 * the rarest words. Of the others those that nearly every text holds are left out.
 */
export function neededWords(source: string): readonly Words[] {
  const needed = new PatternReader(source).alternatives().sort((a, b) => rarity(b) - rarity(a));
  return needed.filter((words, index) => index === 0 || rarity(words) >= 1);
}

const opening = /\((?:\?(?:[:=!]|<[=!]|<\w+>))?/y;
const sign = /\[(?:\\.|[^\]\\])*\]|\\[pP]\{[^}]*\}|\\.|[^()|[\\]/sy;
const quantifier = /(?:[?*+]|\{\d+(?:,\d*)?\})\??/y;
/** Signs that stand for one character of a few. Every other sign ends a word. */
const ofWord = /^(?:[\p{L}\p{N}#'’-]|\\[d(]|\[(?!\^)[\p{L}\p{N}'’-]+\])$/u;
const noLetterBefore = "(?<![a-z])";

/** Reads a regular expression from left to right. */
class PatternReader {
  private readonly source: string;
  private at = 0;

  constructor(source: string) {
    this.source = source;
  }

  /** A text needs a word of any of the alternatives, and none where one of them needs none. */
  alternatives(before = ""): Words[] {
    const found = [this.sequence(before)];
    while (this.source[this.at] === "|") {
      this.at += 1;
      found.push(this.sequence(before));
    }
    if (found.length === 1) return found[0] ?? [];
    const rarest = found.map((needed) => needed.reduce<Words>((a, b) => (rarity(b) > rarity(a) ? b : a), []));
    return rarest.some((words) => words.length === 0) ? [] : [[...new Set(rarest.flat())]];
  }

  /** Of what stands one after the other all is needed. `before` says what cannot come before it. */
  private sequence(before: string): Words[] {
    const needed: Words[] = [];
    let word = "";
    const endWord = (next = "") => {
      if (word !== "") needed.push([word.replace(/(?:\\s\+)+$/, "(?![a-z])")]);
      word = "";
      before = next;
    };
    while (this.at < this.source.length && !/[|)]/.test(this.source.charAt(this.at))) {
      const group = this.take(opening);
      if (group !== null) {
        const from = this.at;
        if (word.endsWith("\\s+")) endWord(noLetterBefore);
        const within = this.alternatives(word === "" && group === "(?:" ? before : "");
        const forbidden = group.endsWith("!") ? withoutUnicode(group, this.source.slice(from, this.at)) : "";
        if (group === "(?!" && word !== "") word += forbidden;
        endWord(group === "(?<!" ? forbidden : "");
        this.at += 1;
        if (!group.endsWith("!") && !isOptional(this.take(quantifier))) needed.push(...within);
        continue;
      }
      const next = this.take(sign) ?? "";
      const times = this.take(quantifier);
      const isSpace = next === "\\s" && !isOptional(times);
      if (isSpace && word !== "") word += "\\s+";
      else if (!ofWord.test(next) || isOptional(times)) endWord(isSpace ? noLetterBefore : "");
      else word += (word === "" ? before : "") + caseless(next);
      if (times !== null && ofWord.test(next)) endWord();
    }
    endWord();
    return needed;
  }

  private take(pattern: RegExp): string | null {
    pattern.lastIndex = this.at;
    const taken = pattern.exec(this.source)?.[0] ?? null;
    this.at += taken?.length ?? 0;
    return taken;
  }
}

/** What a pattern forbids, without the flag u: less than that, or nothing where this cannot be said. */
function withoutUnicode(group: string, inside: string): string {
  if (/[()]|\[\^/.test(inside)) return "";
  const inClasses = inside.replace(/\[[^\]]*\]/g, (members) => members.replace(/\\p\{\w+\}/g, "a-z"));
  return `${group}${inClasses.replace(/\\p\{\w+\}/g, "[a-z]")})`;
}

function isOptional(times: string | null): boolean {
  return times !== null && /^(?:[?*]|\{0)/.test(times);
}

/** "[Oo]" is an o. */
function caseless(next: string): string {
  const small = next.toLowerCase();
  return /^\[(.)\1\]$/u.test(small) ? small.charAt(1) : small;
}

/** How rare the commonest of `words` is: long words are rare, those that every text holds are not, and a number is. */
function rarity(words: Words): number {
  return words.length === 0 ? 0 : Math.min(...words.map(rarityOf));
}

function rarityOf(word: string): number {
  const plain = withoutSigns(word);
  if (word.includes("\\(")) return plain.length * 2;
  if (plain === "-") return /\\d|\[\d-\d\]/.test(word) ? 4 : 0;
  if (isSmallEnglishWord(plain) || /^(?:que|qui|che)$/.test(plain)) return plain.length / 4;
  return plain.length < 4 ? plain.length / 2 : plain.length;
}

/** A word with a dash for each sign that stands for several. */
export function withoutSigns(word: string): string {
  return word.replace(/\(\?<?![^)]*\)/g, "").replace(/\[[^\]]*\]|\\s\+|\\./g, "-");
}
