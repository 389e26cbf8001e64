export interface DifferencePart {
  readonly kind: "same" | "removed" | "added";
  readonly text: string;
}

/** Beyond so many comparisons the texts are shown one after the other. */
const mostCells = 4_000_000;

/** What was taken out of `before` and put in to make `after`, word by word (longest common subsequence). */
export function wordDifference(before: string, after: string): readonly DifferencePart[] {
  const [a, b] = [wordsOf(before), wordsOf(after)];
  if (a.length * b.length > mostCells) return joined([part("removed", before), part("added", after)]);
  const width = b.length + 1;
  const lengths = new Uint16Array((a.length + 1) * width);
  const at = (i: number, j: number) => lengths[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      lengths[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  const parts: DifferencePart[] = [];
  for (let i = 0, j = 0; i < a.length || j < b.length; ) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      parts.push(part("same", a[i] ?? ""));
      i++;
      j++;
    } else if (j === b.length || (i < a.length && at(i + 1, j) >= at(i, j + 1)))
      parts.push(part("removed", a[i++] ?? ""));
    else parts.push(part("added", b[j++] ?? ""));
  }
  return joined(parts);
}

function part(kind: DifferencePart["kind"], text: string): DifferencePart {
  return { kind, text };
}

function wordsOf(text: string): readonly string[] {
  return text.match(/\s+|[^\s]+/g) ?? [];
}

function joined(parts: readonly DifferencePart[]): readonly DifferencePart[] {
  const result: DifferencePart[] = [];
  for (const { kind, text } of parts) {
    const last = result.at(-1);
    if (last?.kind === kind) result[result.length - 1] = { kind, text: last.text + text };
    else if (text !== "") result.push({ kind, text });
  }
  return result;
}
