/** A change of a text; offsets are those of the text as `decodeSource` gives it, in UTF-16 code units. */
export interface TextEdit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** `text` with `edits`, which do not overlap. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let changed = "";
  let done = 0;
  for (const edit of [...edits].sort((a, b) => a.from - b.from)) {
    changed += text.slice(done, edit.from) + edit.text;
    done = edit.to;
  }
  return changed + text.slice(done);
}

/**
 * The same for a file as it is on the disk, with its byte order mark and its line ends: what is not edited stays
 * byte for byte, and new lines end as its first one does.
 */
export function applyToRaw(raw: string, edits: readonly TextEdit[]): string {
  const mark = raw.startsWith("\uFEFF") ? 1 : 0;
  const pairs: number[] = [];
  for (let at = raw.indexOf("\r\n"); at >= 0; at = raw.indexOf("\r\n", at + 2)) pairs.push(at - mark - pairs.length);
  const lineEnd = /\r\n?|\n/.exec(raw)?.[0] ?? "\n";
  const toRaw = (offset: number) => offset + mark + pairs.filter((pair) => pair < offset).length;
  return applyEdits(
    raw,
    edits.map(({ from, to, text }) => ({ from: toRaw(from), to: toRaw(to), text: text.replaceAll("\n", lineEnd) })),
  );
}

/** What a mend works on: the text as lines, 1-based as in places. */
export interface Line {
  readonly from: number;
  /** Behind the last character, before the line end. */
  readonly to: number;
  readonly text: string;
}

/** The line `number` (from 1) of `text`; empty beyond its end. */
export function lineAt(text: string, number: number): Line {
  let from = 0;
  for (let line = 1; line < number; line += 1) {
    const end = text.indexOf("\n", from);
    if (end < 0) return { from: text.length, to: text.length, text: "" };
    from = end + 1;
  }
  const end = text.indexOf("\n", from);
  const to = end < 0 ? text.length : end;
  return { from, to, text: text.slice(from, to) };
}

/** Takes a line out, with its line end. */
export function withoutLine(text: string, { from, to }: Line): TextEdit {
  return { from, to: Math.min(text.length, to + 1), text: "" };
}
