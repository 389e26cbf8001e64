import type { ImportedItem, ImportReport } from "./report.ts";

/** From this number on, items refused for the same reason are reported once, with their number. */
const many = 4;

function repeatedReasons({ items }: ImportReport): ReadonlyMap<string, { first: ImportedItem; count: number }> {
  const reasons = new Map<string, { first: ImportedItem; count: number }>();
  for (const item of items) {
    if (item.status !== "refused") continue;
    const known = reasons.get(item.reason);
    if (known === undefined) reasons.set(item.reason, { first: item, count: 1 });
    else known.count += 1;
  }
  return new Map([...reasons].filter(([, { count }]) => count >= many));
}

/**
 * An import report for a terminal: every item that was changed or refused with its place, then the three numbers,
 * which add up to the number found.
 */
export function reportText(report: ImportReport): string {
  const repeated = repeatedReasons(report);
  const lines = report.items.flatMap((item) => {
    const notes = item.notes.map((note) => `    - ${note.replace(/\s+/g, " ")}`);
    if (item.status === "converted") return [];
    const outcome = item.status === "refused" ? `refused: ${item.reason}` : `noted, as ${item.draft.id}`;
    if (item.status === "refused" && repeated.has(item.reason) && repeated.get(item.reason)?.first !== item) return [];
    return [`${item.place}  ${item.title}`, `    ${outcome}`, ...notes];
  });
  const counts = [...repeated].map(([reason, { count }]) => `${count} refused for one reason: ${reason}`);
  const { found, converted, noted, refused } = report;
  const total = `${found} found: ${converted} converted, ${noted} converted with a note, ${refused} refused`;
  return `${[...lines, ...counts, ...report.notices, total].join("\n")}\n`;
}
