import { randomUUID } from "node:crypto";
import { type Client, DatabaseError } from "pg";
import { CommandRefused } from "../end-with.ts";
import { batchSizeOf, type Source, type Target } from "./store.ts";
import type { ColumnKind, Row, Table } from "./table.ts";

type Cell = Row[string];

/** Reads from a client that has a transaction open, in which every statement sees the same moment. */
export function postgresSource(client: Client): Source {
  return {
    async *read(table) {
      const batchSize = batchSizeOf(table);
      await client.query(`DECLARE walk NO SCROLL CURSOR FOR SELECT ${selected(table)} FROM "${table.name}"`);
      try {
        for (;;) {
          const { rows } = await client.query<Record<string, Cell>>(`FETCH ${batchSize} FROM walk`);
          yield rows.map((row) => toRow(table, row));
          if (rows.length < batchSize) return;
        }
      } finally {
        await client.query("CLOSE walk");
      }
    },
  };
}

/** Writes through a client that has a transaction open. Needs no more than the rights of an owner of the tables. */
export function postgresTarget(client: Client): Target {
  return {
    ...postgresSource(client),
    async clear(tables) {
      await client.query(`TRUNCATE ${tables.map(({ name }) => `"${name}"`).join(", ")}`);
    },
    async insert(table, rows) {
      if (rows.length === 0) return;
      const names = table.columns.map(({ name }) => `"${name}"`).join(", ");
      // One parameter for all rows; the table itself says how each value is to be read.
      const source = `json_populate_recordset(NULL::"${table.name}", $1::json)`;
      const insert = `INSERT INTO "${table.name}" (${names}) SELECT ${names} FROM ${source}`;
      await client.query(insert, [toJson(table, rows)]).catch((error: unknown) => refuseValue(error, table));
    },
    async fill(table, columns, rows) {
      if (rows.length === 0) return;
      const set = columns.map((name) => `"${name}" = given."${name}"`).join(", ");
      const key = table.key.map((name) => `own."${name}" = given."${name}"`).join(" AND ");
      const source = `json_populate_recordset(NULL::"${table.name}", $1::json) AS given`;
      await client.query(`UPDATE "${table.name}" AS own SET ${set} FROM ${source} WHERE ${key}`, [toJson(table, rows)]);
    },
    async renew() {
      await client.query(`UPDATE "Installation" SET "generation" = $1`, [randomUUID()]);
    },
  };
}

/** A value that PostgreSQL cannot hold (SQLSTATE class 22), such as a NUL in a text. */
function refuseValue(error: unknown, { name }: Table): never {
  if (!(error instanceof DatabaseError) || !error.code?.startsWith("22")) throw error;
  throw new CommandRefused(`PostgreSQL cannot hold a row of ${name} (${error.message}). Nothing was changed.`);
}

/** As text what the driver would turn into something of this machine's time zone, or into other forms. */
function selected(table: Table): string {
  return table.columns
    .map(({ name, kind }) => {
      if (kind === "timestamp") return `to_char("${name}", 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "${name}"`;
      if (kind === "bytes") return `encode("${name}", 'hex') AS "${name}"`;
      return kind === "integer" ? `"${name}"::text AS "${name}"` : `"${name}"`;
    })
    .join(", ");
}

function toRow(table: Table, row: Readonly<Record<string, Cell>>): Row {
  return Object.fromEntries(table.columns.map(({ name, kind }) => [name, fromPostgres(kind, row[name] ?? null)]));
}

function fromPostgres(kind: ColumnKind, value: Cell): Cell {
  return kind === "integer" && value !== null ? Number(value) : value;
}

function toJson(table: Table, rows: readonly Row[]): string {
  const bytes = table.columns.filter(({ kind }) => kind === "bytes").map(({ name }) => name);
  if (bytes.length === 0) return JSON.stringify(rows);
  const escaped = (row: Row) => bytes.map((name) => [name, row[name] === null ? null : `\\x${row[name]}`]);
  return JSON.stringify(rows.map((row) => ({ ...row, ...Object.fromEntries(escaped(row)) })));
}
