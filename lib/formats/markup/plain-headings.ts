import { fencedLines } from "#lib/markdown/code-spans";
import { isTask } from "../shared/task-list.ts";

/**
 * Text whose structure cannot be taken for ours: headings become bold lines, boxes in a stem become signs, a line of
 * hyphens under a text no longer makes it a heading.
 */
export function plainHeadings(markdown: string, role: string): { markdown: string; notes: string[] } {
  const lines = markdown.split("\n");
  const fenced = fencedLines(lines);
  const notes = new Set<string>();
  const changed = lines.map((line, index) => {
    if (fenced[index]) return line;
    const heading = /^\s{0,3}#{1,6}\s+(.*?)(?:\s+#+)?\s*$/.exec(line)?.[1];
    if (heading !== undefined) {
      notes.add("a heading became a bold line");
      return heading === "" ? "" : `**${heading.replace(/\*\*/g, "")}**`;
    }
    const under = /^\s{0,3}(?:=+|-+)\s*$/.test(line) && (lines[index - 1] ?? "").trim() !== "" && !fenced[index - 1];
    if (under && !(lines[index - 1] ?? "").includes("|")) {
      notes.add("an underlined heading became a plain line");
      return "";
    }
    if (isTask(line)) {
      notes.add(`a box "[ ]" in the ${role} became a sign`);
      return line.replace(/\[\s*([xX✓✔*]?)\s*\]/, (_, mark: string) => (mark === "" ? "☐" : "☑"));
    }
    return line;
  });
  return { markdown: separateBlocks(changed), notes: [...notes] };
}

/** A blank line before code and formulas that stand right under a text, as our files have it. */
function separateBlocks(lines: readonly string[]): string {
  const fenced = fencedLines(lines);
  let inFormula = false;
  const separated = lines.flatMap((line, index) => {
    const before = lines[index - 1] ?? "";
    const isFormula = !fenced[index] && /^\$\$/.test(line);
    const opens = (fenced[index] && !fenced[index - 1] && /^(?:```|~~~)/.test(line)) || (isFormula && !inFormula);
    if (isFormula && !/^\$\$.+\$\$\s*$/.test(line)) inFormula = !inFormula;
    return opens && before.trim() !== "" ? ["", line] : [line];
  });
  return separated.join("\n");
}
