/** The entry of `known` that `word` is most likely a slip for, or null: at most a third of its letters differ. */
export function closest(word: string, known: readonly string[]): string | null {
  const wanted = word.toLowerCase().slice(0, 60);
  let best: { entry: string; distance: number } | null = null;
  for (const entry of known) {
    const distance = editDistance(wanted, entry.toLowerCase());
    if (distance <= Math.max(1, Math.floor(entry.length / 3)) && (!best || distance < best.distance))
      best = { entry, distance };
  }
  return best?.entry ?? null;
}

/** Levenshtein distance: single-letter insertions, deletions and substitutions. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const substituted = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next[j] = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, substituted);
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
