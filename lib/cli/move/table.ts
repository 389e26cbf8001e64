/** What a column holds, whatever each database calls it. */
export type ColumnKind = "text" | "integer" | "real" | "boolean" | "timestamp" | "bytes";

export interface Column {
  readonly name: string;
  readonly kind: ColumnKind;
  readonly isNullable: boolean;
}

/** A table as both databases have it. */
export interface Table {
  readonly name: string;
  readonly columns: readonly Column[];
  readonly key: readonly string[];
  readonly references: readonly Reference[];
}

/** That a row names another one, which must be there first unless the columns are left empty. */
export interface Reference {
  readonly table: string;
  readonly columns: readonly string[];
  readonly isNullable: boolean;
}

/** A table in its turn. `later` are columns that name rows which come after it: they are filled at the end. */
export interface Turn {
  readonly table: Table;
  readonly later: readonly string[];
}

/** A row in the same form from either database: a moment as an ISO string, bytes in hex. */
export type Row = Readonly<Record<string, string | number | boolean | null>>;

/**
 * Orders tables so that each comes after those that it refers to. Where tables refer to each other, the columns that may be
 * empty wait until the end. Throws when there is no such order.
 */
export function inTurn(tables: readonly Table[]): readonly Turn[] {
  const waiting = new Map(tables.map((table) => [table.name, table]));
  const turns: Turn[] = [];
  while (waiting.size > 0) {
    const open = (table: Table) => table.references.filter((reference) => waiting.has(reference.table));
    const candidates = [...waiting.values()];
    const next =
      candidates.find((table) => open(table).length === 0) ??
      candidates.find((table) => open(table).every((reference) => reference.isNullable));
    if (next === undefined) throw new Error(`no order of ${[...waiting.keys()].join(", ")} satisfies their references`);
    turns.push({ table: next, later: open(next).flatMap((reference) => reference.columns) });
    waiting.delete(next.name);
  }
  return turns;
}
