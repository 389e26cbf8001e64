import { changeProse } from "./code-spans.ts";

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
