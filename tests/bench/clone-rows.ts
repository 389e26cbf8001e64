import type Database from "better-sqlite3";

/**
 * Inserts `count` copies of every row of `table` that `where` selects. `changed` gives the SQL of the columns that
 * differ, in which `i` counts from 1 and the row is `t`. Columns that later releases add are copied too.
 */
export function cloneRows(
  db: Database.Database,
  table: string,
  where: string,
  count: number,
  changed: Readonly<Record<string, string>>,
): void {
  const columns = (db.pragma(`table_info("${table}")`) as { name: string }[]).map((column) => column.name);
  const values = columns.map((name) => changed[name] ?? `t."${name}"`);
  db.exec(`
    WITH RECURSIVE numbers(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM numbers WHERE i < ${count})
    INSERT INTO "${table}" (${columns.map((name) => `"${name}"`).join(", ")})
    SELECT ${values.join(", ")} FROM numbers, (SELECT * FROM "${table}" WHERE ${where}) AS t`);
}
