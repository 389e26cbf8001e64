import type { DraftOption } from "#lib/content/draft";
import { letterAt, positionOfLetter } from "#lib/exam/letters";
import { fencedLines } from "#lib/markdown/code-spans";
import { tidyLines } from "../markup/tidy-lines.ts";
import { dedent, splitQuotes } from "../shared/task-list.ts";

/** "A. …", "- B) …", "(c) …", "**D.** …", "- [ ] E. …" */
export const optionStart =
  /^([ \t]*)(?:[-*+][ \t]+)?(?:\[[ xX]?\][ \t]+)?[*_]{0,2}\(?([A-Za-z])[.):：]\)?[*_]{0,2}(?:[ \t\u00a0]+(.*)|[ \t]*)$/u;

/** The stem, the options and what follows them. Options run A, B, C, …; a line with another letter belongs to what comes before it. */
export function readOptions(lines: readonly string[]): {
  stem: string;
  options: DraftOption[];
  /** Letters of the options with a box that is marked. */
  boxed: string[];
  after: string[];
  notes: string[];
} {
  const fenced = fencedLines(lines);
  const starts: number[] = [];
  lines.forEach((line, index) => {
    const letter = fenced[index] ? undefined : optionStart.exec(line)?.[2];
    if (letter !== undefined && positionOfLetter(letter.toUpperCase()) === starts.length) starts.push(index);
  });
  if (starts.length < 2) return { stem: tidyLines(lines), options: [], boxed: [], after: [], notes: [] };
  const after: string[] = [];
  let end = lines.length;
  const options = starts.map((start, position) => {
    const next = starts[position + 1];
    let own = lines.slice(start + 1, next);
    if (next === undefined) {
      const margin = own.findIndex(
        (line, index) => line.trim() !== "" && /^\S/.test(line) && (own[index - 1] ?? "").trim() === "" && index > 0,
      );
      if (margin >= 0) {
        after.push(...own.slice(margin));
        own = own.slice(0, margin);
        end = start + 1 + margin;
      }
    }
    const { text, quote } = splitQuotes(dedent(own));
    const first = (optionStart.exec(lines[start] ?? "")?.[3] ?? "").replace(/^\*\*$|(?<!\*.*)\*\*$/g, "");
    return { text: tidyLines([first, ...text]), correct: false, note: quote };
  });
  const boxed = starts.flatMap((start, index) =>
    /^[ \t]*(?:[-*+][ \t]+)?\[[xX]\]/.test(lines[start] ?? "") ? [String.fromCharCode(65 + index)] : [],
  );
  const strays = lines.flatMap((line, index) => {
    const isStray = index > (starts[0] ?? 0) && !fenced[index] && !starts.includes(index) && optionStart.test(line);
    if (!isStray) return [];
    const [option, next] = [starts.filter((start) => start < index).length - 1, starts.length].map(letterAt);
    const where = index < end ? `it was joined to option ${option}` : "it stands in the explanation";
    return [`"${line.trim().slice(0, 60)}" is not option ${next}; ${where}`];
  });
  return { stem: tidyLines(lines.slice(0, starts[0])), options, boxed, after, notes: strays };
}
