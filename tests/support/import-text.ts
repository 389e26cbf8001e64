import { findFormat } from "#lib/formats/registry";
import type { ImportedQuestion, ImportReport } from "#lib/formats/report";

export const exam = { slug: "x", title: "X", domains: [{ id: "d", title: "D" }] };

/** The report of importing these files with the named format. Throws for a format without an importer. */
export function importText(format: string, files: Readonly<Record<string, string>>): ImportReport {
  const sources = Object.entries(files).map(([path, text]) => ({ path, bytes: new TextEncoder().encode(text) }));
  const report = findFormat(format)?.importer?.({ files: sources, exam });
  if (!report) throw new Error(`no importer for ${format}`);
  return report;
}

/** The one question of a report. Throws for any other number and for a refusal. */
export function only(report: ImportReport): ImportedQuestion {
  const [item] = report.items;
  if (report.items.length !== 1 || item === undefined || item.status === "refused")
    throw new Error(JSON.stringify(report.items));
  return item;
}

/** Why each item was refused, or "ok". */
export const reasons = (report: ImportReport) =>
  report.items.map((item) => (item.status === "refused" ? item.reason : "ok"));
/** The options, with a mark on correct ones. */
export const keysOf = ({ draft }: ImportedQuestion) =>
  draft.options.map(({ text, correct }) => `${correct ? "+" : "-"}${text}`);
