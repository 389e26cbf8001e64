/** What a line of text2qti begins: part of a question, or of the quiz. */
const marks = [
  ["question", /^\d+\.[ \t]+(?=\S)/],
  ["choice", /^[a-zA-Z]\)(?:[ \t]+|$)/],
  ["right choice", /^\*[a-zA-Z]\)(?:[ \t]+|$)/],
  ["box", /^\[ ?\](?:[ \t]+|$)/],
  ["ticked box", /^\[\*\](?:[ \t]+|$)/],
  ["text", /^\*[ \t]+/],
  ["number", /^=[ \t]+/],
  ["feedback", /^\.\.\.[ \t]+/],
  ["to right", /^\+[ \t]+/],
  ["to wrong", /^-[ \t]+/],
  ["solution", /^![ \t]+/],
  ["essay", /^_{3,}[ \t]*$/],
  ["upload", /^\^{3,}[ \t]*$/],
  ["title", /^title:[ \t]*/i],
  ["points", /^points:[ \t]*/i],
  ["passage", /^text(?: title)?:[ \t]*/i],
  [
    "quiz",
    /^(?:quiz (?:title|description):|(?:shuffle answers|show correct answers|one question at a time|can't go back|feedback is solution|solutions sample groups|solutions randomize groups):)[ \t]*/i,
  ],
  ["group", /^(?:END_)?GROUP[ \t]*$|^(?:pick|solutions pick|points per question):[ \t]*/],
] as const;

export type Mark = (typeof marks)[number][0];

/** A part with the lines that belong to it, without its mark. */
export interface Part {
  readonly mark: Mark;
  /** 1-based line where it begins. */
  readonly line: number;
  readonly lines: readonly string[];
}

/** The parts of a file, and what to tell of lines that belong to none. Comments are left out. */
export function partsOf(text: string): { readonly parts: readonly Part[]; readonly notices: readonly string[] } {
  const parts: { mark: Mark; line: number; lines: string[] }[] = [];
  const notices: string[] = [];
  let skipped: RegExp | null = null;
  let fence: string | null = null;
  text.split("\n").forEach((line, index) => {
    const last = parts.at(-1);
    if (skipped !== null) {
      if (skipped.test(line)) skipped = null;
      return;
    }
    if (fence === null && /^COMMENT[ \t]*$/.test(line)) skipped = /^END_COMMENT[ \t]*$/;
    else if (fence === null && /^`{3,}\s*\{[^}]*\.run\b/.test(line)) {
      skipped = /^`{3,}[ \t]*$/;
      notices.push(`line ${index + 1} begins a program that would write questions; it was left out and not run`);
    } else if (fence === null && /^%/.test(line)) return;
    else {
      const found = fence === null ? marks.find(([, pattern]) => pattern.test(line)) : undefined;
      if (found !== undefined) parts.push({ mark: found[0], line: index + 1, lines: [line.replace(found[1], "")] });
      else if (last !== undefined) last.lines.push(line);
      else if (line.trim() !== "")
        notices.push(`line ${index + 1} belongs to no question: ${line.trim().slice(0, 80)}`);
      fence = fenceAfter(fence, line);
    }
  });
  return { parts, notices };
}

/** The fence of the block of code that is open after `line`, or null. */
function fenceAfter(open: string | null, line: string): string | null {
  const fence = /^\s*(?:(?:\d+\.|\*?[a-zA-Z]\)|\[[ *]?\]|\.\.\.|[-+!*])[ \t]+)?(`{3,}|~{3,})/.exec(line)?.[1];
  if (fence === undefined) return open;
  if (open === null) return fence;
  return fence.startsWith(open) ? null : open;
}
