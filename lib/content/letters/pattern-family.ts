import type { Range } from "./letter-match.ts";
import { neededWords, type Words, withoutSigns } from "./needed-words.ts";
import { once } from "./once.ts";

/** A pattern, and the lists of words of each of which a text needs one that it matches; the rarest first. */
interface Needing {
  readonly pattern: RegExp;
  readonly needed: readonly Words[];
}

/** A pattern with such lists as quick tests. */
interface Tried {
  readonly pattern: RegExp;
  readonly tests: readonly RegExp[];
}

/**
 * Patterns, all with the flag g, that are tried only on texts in which they could match. Which texts those are is worked
 * out from the patterns: a word that is added to one of them needs to be written nowhere else.
 */
export class PatternFamily {
  readonly patterns: readonly RegExp[];
  private readonly needing: () => readonly Needing[];
  private readonly first: () => RegExp;
  private readonly tried: () => readonly Tried[];

  /** What is worked out is worked out when it is first asked for: most commands look at no text. */
  constructor(patterns: readonly RegExp[], needing?: () => readonly Needing[]) {
    this.patterns = patterns;
    this.needing = needing ?? once(() => patterns.map((pattern) => ({ pattern, needed: neededWords(pattern.source) })));
    this.first = once(() => anyOf(this.needing().flatMap(({ needed }) => needed[0] ?? [""])));
    this.tried = once(() => this.needing().map(({ pattern, needed }) => ({ pattern, tests: needed.map(anyOf) })));
  }

  /** One family of all patterns of `families`. */
  static of(families: readonly PatternFamily[]): PatternFamily {
    const patterns = families.flatMap((family) => family.patterns);
    return new PatternFamily(patterns, () => families.flatMap((family) => family.needing()));
  }

  /** Quick to tell: whether a pattern could match. */
  mayMatch(text: string): boolean {
    return this.first().test(text);
  }

  matches(text: string): readonly RegExpExecArray[] {
    if (!this.mayMatch(text)) return [];
    return this.tried().flatMap(({ pattern, tests }) =>
      tests.every((test) => test.test(text)) ? [...text.matchAll(pattern)] : [],
    );
  }

  ranges(text: string): readonly Range[] {
    return this.matches(text).map(({ index: start, 0: words }) => ({ start, end: start + words.length }));
  }
}

/** Matches a text that holds one of `words`. Without the flag u, which makes ignoring case three times slower. */
function anyOf(words: Words): RegExp {
  const all = [...new Set(words)];
  const shortest = all.filter((word) => !all.some((other) => other !== word && isWithin(other, word)));
  // Words with the same condition before them stand together: so they are found several times as fast.
  const groups = new Map<string, string[]>();
  for (const word of shortest.sort()) {
    const before = /^\(\?<![^)]*\)/.exec(word)?.[0] ?? "";
    groups.set(before, [...(groups.get(before) ?? []), word.slice(before.length)]);
  }
  return new RegExp([...groups].map(([before, rest]) => `${before}(?:${rest.join("|")})`).join("|"), "i");
}

/** Whether every text that holds `word` holds `other`, too. */
function isWithin(other: string, word: string): boolean {
  return other === withoutSigns(other) && withoutSigns(word).includes(other);
}
