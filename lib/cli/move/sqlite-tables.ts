import type Driver from "better-sqlite3";
import { groupRows } from "#lib/exam/group-rows";
import type { ColumnKind, Table } from "./table.ts";

interface ColumnInfo {
  readonly name: string;
  readonly type: string;
  readonly notnull: number;
  readonly pk: number;
}

interface KeyInfo {
  readonly id: number;
  readonly table: string;
  readonly from: string;
}

const kinds: Readonly<Record<string, ColumnKind>> = {
  TEXT: "text",
  INTEGER: "integer",
  BIGINT: "integer",
  REAL: "real",
  BOOLEAN: "boolean",
  DATETIME: "timestamp",
  BLOB: "bytes",
};

/**
 * The tables of a SQLite database, without the notes of migrations, which each database keeps of its own. The index of the
 * search is left out with the tables in which FTS5 keeps it: triggers fill it from the table that it indexes.
 */
export function tablesOf(db: Driver.Database): readonly Table[] {
  const names = db
    .prepare(
      `SELECT name FROM pragma_table_list
      WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite~_%' ESCAPE '~' ORDER BY name`,
    )
    .pluck()
    .all() as string[];
  return names.filter((name) => name !== "_prisma_migrations").map((name) => tableOf(db, name));
}

function tableOf(db: Driver.Database, name: string): Table {
  const columns = db.pragma(`table_info("${name}")`) as ColumnInfo[];
  const required = new Set(columns.filter(({ notnull }) => notnull === 1).map((column) => column.name));
  const keys = groupRows(db.pragma(`foreign_key_list("${name}")`) as KeyInfo[], ({ id }) => id);
  return {
    name,
    columns: columns.map((column) => ({
      name: column.name,
      kind: kindOf(column.type),
      isNullable: column.notnull === 0,
    })),
    key: columns
      .filter(({ pk }) => pk > 0)
      .sort((a, b) => a.pk - b.pk)
      .map((column) => column.name),
    references: [...keys.values()].map((parts) => ({
      table: parts[0]?.table ?? "",
      columns: parts.map(({ from }) => from),
      isNullable: parts.every(({ from }) => !required.has(from)),
    })),
  };
}

function kindOf(type: string): ColumnKind {
  const kind = kinds[type.toUpperCase()];
  if (kind === undefined) throw new Error(`a column of type ${type} cannot be moved: add it to sqlite-tables.ts`);
  return kind;
}
