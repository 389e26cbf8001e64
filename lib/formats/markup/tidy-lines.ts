import { changeProse, fencedLines } from "#lib/markdown/code-spans";

/** `text` without spaces at the ends of its lines and without blank lines around it. */
export function trimLineEnds(text: string): string {
  return text
    .split("\n")
    .map((line) => line.trimEnd())
    .join("\n")
    .trimEnd()
    .replace(/^\n+/, "");
}

/** The same, with at most one blank line between paragraphs; code keeps its own. */
export function tidyLines(lines: readonly string[]): string {
  return trimLineEnds(changeProse(trimLineEnds(lines.join("\n")), (prose) => prose.replace(/\n{3,}/g, "\n\n")));
}

const breakSign = "\uE106";

/**
 * `lines` with a sign in place of each backslash that breaks a line from the next, so that lines can be taken apart, and
 * without lines that are nothing but a break. A backslash at the end of a paragraph is one to be read, and stays.
 */
export function markBreaks(lines: readonly string[]): string[] {
  const fenced = fencedLines(lines);
  return lines.map((line, index) => {
    if (fenced[index] || !/(?<!\\)(?:\\\\)*\\$/.test(line) || (lines[index + 1] ?? "").trim() === "") return line;
    return line === "\\" ? "" : line.slice(0, -1) + breakSign;
  });
}

/** A line of `markBreaks` without its sign, and the sign. */
export function splitBreak(line: string): { text: string; lineEnd: string } {
  const text = line.replaceAll(breakSign, "");
  return { text, lineEnd: line.slice(text.length) };
}

/** Backslashes again in place of the signs of `markBreaks`, where a line still follows. */
export function restoreBreaks(text: string): string {
  return text.replace(/\uE106(?=\n[ \t]*\S)/g, "\\").replaceAll(breakSign, "");
}
