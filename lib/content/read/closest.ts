/** The entry of `known` that `word` is most likely a slip for, or null: at most a third of its letters differ. */
export function closest(word: string, known: readonly string[]): string | null {
  const wanted = word.toLowerCase().slice(0, 60);
  let best: { entry: string; distance: number } | null = null;
  for (const entry of known) {
    if (entry.toLowerCase() === wanted) return entry;
    const most = Math.max(1, Math.floor(entry.length / 3));
    // Two words differ by at least as much as their lengths do.
    if (Math.abs(entry.length - wanted.length) > most) continue;
    const distance = editDistance(wanted, entry.toLowerCase());
    if (distance <= most && (!best || distance < best.distance)) best = { entry, distance };
  }
  return best?.entry ?? null;
}

/** Insertions, deletions, substitutions and swaps of neighbours (optimal string alignment). */
function editDistance(a: string, b: string): number {
  let before: readonly number[] = [];
  let row: readonly number[] = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const substituted = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swapped =
        i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
          ? (before[j - 2] ?? 0) + 1
          : Number.POSITIVE_INFINITY;
      next[j] = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, substituted, swapped);
    }
    [before, row] = [row, next];
  }
  return row[b.length] ?? 0;
}
