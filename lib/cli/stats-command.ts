import { examStatistics } from "#lib/authoring/read/exam-statistics";
import type { ItemRow } from "#lib/authoring/read/item-report";
import { database } from "#lib/db/current";
import { paddedTable } from "#lib/formats/padded-table";
import { writeTable } from "#lib/formats/shared/read-table";
import { CommandRefused } from "./end-with.ts";
import type { StatsFormat } from "./stats-formats.ts";

/** Prints how the questions of an exam do: one row a question. */
export async function statsCommand(slug: string, { format }: { readonly format: StatsFormat }): Promise<void> {
  const db = database();
  try {
    const items = await examStatistics(db, slug);
    if (items === null)
      throw new CommandRefused(`the database has no exam ${slug}: see npm run content -- list, and sync it first`);
    process.stdout.write(statsText(items, format));
  } finally {
    await db.close();
  }
}

const columns = [
  "question",
  "domain",
  "answers",
  "facility",
  "chance",
  "median s",
  "discrimination",
  "from",
  "to",
  "learners",
  "flags",
  "options",
  "strong third",
  "weak third",
  "against key",
  "for option",
];

/**
 * In a table and in CSV, shares have two digits, times are seconds, and each option is in the order of the file with a
 * star before the key. JSON has all figures as they are, times in milliseconds, and null where something cannot be said.
 */
export function statsText(items: readonly ItemRow[], format: StatsFormat): string {
  if (format === "json") return `${JSON.stringify(items, null, 2)}\n`;
  const rows = [columns, ...items.map(rowOf)];
  return format === "csv" ? writeTable(rows, ",", "\r\n") : `${paddedTable(rows)}\n`;
}

function rowOf(item: ItemRow): readonly string[] {
  const { name, domain, answers, facility, chance, medianMs, discrimination, discriminationRange, pairs } = item;
  const options = item.options ?? [];
  const two = (value: number | null | undefined) => value?.toFixed(2) ?? "";
  return [
    name,
    domain,
    String(answers),
    two(facility),
    two(chance),
    medianMs === null ? "" : String(Math.round(medianMs / 1000)),
    two(discrimination),
    two(discriminationRange?.[0]),
    two(discriminationRange?.[1]),
    String(pairs),
    item.flags.join(" "),
    options.map(({ isKey, chosen }) => `${isKey ? "*" : ""}${chosen}`).join(" "),
    options.map(({ strong }) => two(strong)).join(" "),
    options.map(({ weak }) => two(weak)).join(" "),
    two(item.evidence?.strength),
    item.evidence?.rival ?? "",
  ];
}
