import type { ParsedQuestion } from "../parsed-question.ts";
import type { ExamRule } from "./rule.ts";

/** Share of three-word runs that two stems have in common (Jaccard) from which they count as nearly the same. */
const threshold = 0.7;
/** A shorter stem ("Which of these is a metric?") may stand over many different lists of options. */
const fewestWords = 8;
/** A run of words that begins this many stems is a turn of phrase, and finds nothing. */
const commonest = 40;

const file = (stem: string): string => `---
domain: d
---
${stem}

- [x] One
- [ ] Two

## Explanation

So it is.
`;

export const nearDuplicateStem: ExamRule = {
  id: "near-duplicate-stem",
  severity: "warning",
  description: "Two questions ask nearly the same thing, so a learner who gets both is tested on it twice.",
  examples: {
    bad: [
      [
        file(
          "A model does well on its training data and badly on new data, and its loss keeps falling. What is this called?",
        ),
        file(
          "A model does well on its training data and badly on new data, and its loss keeps falling. What is it called?",
        ),
      ],
    ],
    good: [
      [
        file(
          "A model does well on its training data and badly on new data, and its loss keeps falling. What is this called?",
        ),
        file(
          "A model does badly on its training data and on new data from the first epoch to the last. What is this called?",
        ),
      ],
      [file("Which is a metric?"), file("Which is a metric?\n\nA hint.")],
    ],
  },
  check: (questions) => {
    const stems = questions.map(shinglesOf);
    const remarks: { file: string; at: ParsedQuestion["places"]["stem"]; message: string; fix: string }[] = [];
    const reported = new Set<number>();
    for (const [later, earlier] of candidatePairs(stems)) {
      const [a, b] = [questions[later], questions[earlier]];
      if (!a || !b || reported.has(later) || similarity(stems[later] ?? none, stems[earlier] ?? none) < threshold)
        continue;
      reported.add(later);
      const message = `this asks nearly the same as ${b.file}`;
      remarks.push({ file: a.file, at: a.places.stem, message, fix: "ask something else, or remove one of the two" });
    }
    return remarks;
  },
};

const none: ReadonlySet<number> = new Set();

/** Runs of three words, each as a number of 32 bits. */
function shinglesOf(question: ParsedQuestion): ReadonlySet<number> {
  const words = question.question.public.stemText.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  if (words.length < fewestWords) return none;
  const numbers = words.map(hashOf);
  const shingles = new Set<number>();
  for (let index = 2; index < numbers.length; index += 1) {
    const [a = 0, b = 0, c = 0] = [numbers[index - 2], numbers[index - 1], numbers[index]];
    shingles.add(Math.imul(Math.imul(a, 31) ^ b, 0x01000193) ^ c);
  }
  return shingles;
}

/** FNV-1a. */
function hashOf(word: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < word.length; index += 1) hash = Math.imul(hash ^ word.charCodeAt(index), 0x01000193);
  return hash;
}

/**
 * Pairs that may be similar, each once, by prefix filtering: sets of similarity t must share one of their first
 * (1 - t)·n + 1 members when all are sorted alike, rarest first (Chaudhuri, Ganti and Kaushik, ICDE 2006).
 */
function* candidatePairs(stems: readonly ReadonlySet<number>[]): Generator<readonly [number, number]> {
  const frequency = new Map<number, number>();
  for (const stem of stems) for (const shingle of stem) frequency.set(shingle, (frequency.get(shingle) ?? 0) + 1);
  const index = new Map<number, number[]>();
  for (const [later, stem] of stems.entries()) {
    const rarestFirst = [...stem].map((shingle) => ({ shingle, times: frequency.get(shingle) ?? 0 }));
    rarestFirst.sort((a, b) => a.times - b.times || a.shingle - b.shingle);
    const met = new Set<number>();
    for (const { shingle } of rarestFirst.slice(0, Math.floor((1 - threshold) * stem.size) + 1)) {
      const entries = index.get(shingle) ?? [];
      for (const earlier of entries) {
        if (met.has(earlier)) continue;
        met.add(earlier);
        yield [later, earlier];
      }
      if (entries.length < commonest) index.set(shingle, [...entries, later]);
    }
  }
}

function similarity(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  let shared = 0;
  for (const shingle of a) if (b.has(shingle)) shared += 1;
  const all = a.size + b.size - shared;
  return all === 0 ? 0 : shared / all;
}
