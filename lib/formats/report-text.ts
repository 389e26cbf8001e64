import type { ImportReport } from "./report.ts";

/**
 * An import report for a terminal: every item that was changed or refused with its place, then the three numbers,
 * which add up to the number found.
 */
export function reportText(report: ImportReport): string {
  const lines = report.items.flatMap((item) => {
    const notes = item.notes.map((note) => `    - ${note.replace(/\s+/g, " ")}`);
    if (item.status === "converted") return [];
    const outcome = item.status === "refused" ? `refused: ${item.reason}` : `noted, as ${item.draft.id}`;
    return [`${item.place}  ${item.title}`, `    ${outcome}`, ...notes];
  });
  const { found, converted, noted, refused } = report;
  const total = `${found} found: ${converted} converted, ${noted} converted with a note, ${refused} refused`;
  return `${[...lines, ...report.notices, total].join("\n")}\n`;
}
