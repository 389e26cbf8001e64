import type { Source, Target } from "./store.ts";
import { inTurn, type Row, type Table, type Turn } from "./table.ts";
import { type Tally, tallyOf } from "./tally.ts";

/** What was read of a table, and what the target holds of it afterwards. */
export interface Copied {
  readonly table: string;
  readonly source: Tally;
  readonly target: Tally;
}

/**
 * Replaces what `target` holds of `tables` by what `source` holds, and reads it again. Within the transactions of both: what
 * is read is of one moment, and nothing of it is there before the target commits.
 */
export async function copyTables(source: Source, target: Target, tables: readonly Table[]): Promise<readonly Copied[]> {
  const turns = inTurn(tables);
  await target.clear(turns.map(({ table }) => table).reverse());
  const sums: Tally[] = [];
  for (const turn of turns) sums.push(await copyTable(source, target, turn));
  for (const { table, later } of turns) if (later.length > 0) await fillLater(source, target, table, later);
  const copied: Copied[] = [];
  for (const [i, { table }] of turns.entries())
    copied.push({ table: table.name, source: sums[i] as Tally, target: await tallyTable(target, table) });
  return copied;
}

async function copyTable(source: Source, target: Target, { table, later }: Turn): Promise<Tally> {
  const tally = tallyOf(table);
  const empty = Object.fromEntries(later.map((column) => [column, null]));
  for await (const rows of source.read(table)) {
    for (const row of rows) tally.add(row);
    await target.insert(table, later.length === 0 ? rows : rows.map((row) => ({ ...row, ...empty })));
  }
  return tally.result();
}

async function fillLater(source: Source, target: Target, table: Table, columns: readonly string[]): Promise<void> {
  const isFilled = (row: Row) => columns.some((column) => row[column] !== null);
  for await (const rows of source.read(table)) await target.fill(table, columns, rows.filter(isFilled));
}

async function tallyTable(store: Source, table: Table): Promise<Tally> {
  const tally = tallyOf(table);
  for await (const rows of store.read(table)) for (const row of rows) tally.add(row);
  return tally.result();
}
