import type { Row, Table } from "./table.ts";

/** How many rows of a table are handed on at once. A row with bytes holds an image, which may be large. */
export function batchSizeOf(table: Table): number {
  return table.columns.some(({ kind }) => kind === "bytes") ? 1 : 1_000;
}

/** A database from which rows are read, all as they were at one moment. */
export interface Source {
  readonly read: (table: Table) => AsyncIterable<readonly Row[]>;
}

/** A database that is being filled, in one transaction. */
export interface Target extends Source {
  /** Removes every row of these tables. */
  readonly clear: (tables: readonly Table[]) => Promise<void>;
  readonly insert: (table: Table, rows: readonly Row[]) => Promise<void>;
  /** Fills `columns` of rows that are there, which it finds by their key. */
  readonly fill: (table: Table, columns: readonly string[], rows: readonly Row[]) => Promise<void>;
  /** Says that the database has become another history: see the model Installation. */
  readonly renew: () => Promise<void>;
}
