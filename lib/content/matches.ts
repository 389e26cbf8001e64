type Pair = readonly [string, string];

/** The pairs of a matching that ask for something: a match with nothing beside it belongs to none. */
export function asking(pairs: readonly Pair[]): readonly Pair[] {
  return pairs.filter(([left]) => left.trim() !== "");
}

/**
 * Everything that can be matched, each once, in the order of its letters: several prompts may have the same match, and
 * others belong to none.
 */
export function matchTexts(pairs: readonly Pair[]): readonly string[] {
  return [...new Set([...asking(pairs), ...pairs].map(([, right]) => right))];
}

/** Matches in the order of our own export, which numbers them (`R4`), but writes them in another. */
export function asNumbered<T>(matches: readonly T[], nameOf: (match: T) => string): readonly T[] {
  const numbers = matches.map((match) => Number(/^R(\d+)$/.exec(nameOf(match))?.[1] ?? Number.NaN));
  if (numbers.some(Number.isNaN)) return matches;
  return [...matches].sort((a, b) => Number(nameOf(a).slice(1)) - Number(nameOf(b).slice(1)));
}

/** The pairs with those of `others` that belong to nothing. */
export function withOthers(pairs: readonly Pair[], others: readonly string[]): readonly Pair[] {
  const known = new Set(matchTexts(pairs));
  return [
    ...pairs,
    ...[...new Set(others)].filter((text) => text !== "" && !known.has(text)).map((text) => ["", text] as const),
  ];
}
