import { changeProse, fencedLines } from "./code-spans.ts";

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

/** `line` without the backslash that breaks it from the next. */
export function withoutBreak(line: string): string {
  return line.replace(/(?<!\\)((?:\\\\)*)\\$/, "$1");
}

/** `text` without those that stand at the end of a paragraph, where they are signs to be read. */
export function withoutLastBreaks(text: string): string {
  const lines = text.split("\n");
  const fenced = fencedLines(lines);
  return lines
    .map((line, index) => (fenced[index] || (lines[index + 1] ?? "").trim() !== "" ? line : withoutBreak(line)))
    .join("\n");
}
