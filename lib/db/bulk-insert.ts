import type { Prisma } from "../../prisma/generated/sqlite/client.ts";
import type { Cell, ColumnType } from "./json-rows.ts";

/** Rows for one table, and the type of each column that they fill. */
export interface BulkInsert<C extends string = string> {
  readonly table: Prisma.ModelName;
  readonly columns: Readonly<Record<C, ColumnType>>;
  readonly rows: readonly Readonly<Record<C, Cell>>[];
}
