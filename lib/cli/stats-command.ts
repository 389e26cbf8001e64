import { examStatistics } from "#lib/authoring/read/exam-statistics";
import type { ItemRow } from "#lib/authoring/read/item-report";
import { database } from "#lib/db/current";
import { paddedTable } from "#lib/formats/padded-table";
import { writeTable } from "#lib/formats/shared/read-table";
import { CommandRefused } from "./end-with.ts";

export const statsFormats = ["table", "csv", "json"] as const;
export type StatsFormat = (typeof statsFormats)[number];

/** Prints how the questions of an exam do: one row a question. */
export async function statsCommand(slug: string, { format }: { readonly format: StatsFormat }): Promise<void> {
  const db = database();
  try {
    const items = await examStatistics(db, slug);
    if (items === null)
      throw new CommandRefused(`the database shows no exam ${slug}: see npm run content -- list, and sync it first`);
    process.stdout.write(statsText(items, format));
  } finally {
    await db.close();
  }
}

const columns = ["question", "domain", "answers", "facility", "discrimination", "learners", "flags", "options"];

/** Facility and discrimination have two digits in a table and in CSV; JSON has them as they are, and null where they cannot be said. */
export function statsText(items: readonly ItemRow[], format: StatsFormat): string {
  if (format === "json") return `${JSON.stringify(items, null, 2)}\n`;
  const rows = [columns, ...items.map(rowOf)];
  return format === "csv" ? writeTable(rows, ",", "\r\n") : `${paddedTable(rows)}\n`;
}

function rowOf({ name, domain, answers, facility, discrimination, pairs, flags, options }: ItemRow): readonly string[] {
  const chosen = (options ?? []).map((option) => `${option.isKey ? "*" : ""}${option.chosen}`).join(" ");
  const rounded = [facility, discrimination].map((value) => value?.toFixed(2) ?? "");
  return [name, domain, String(answers), ...rounded, String(pairs), flags.join(" "), chosen];
}
