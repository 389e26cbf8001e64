/** Names of everything that a series of migrations creates. */
export interface SchemaNames {
  /** Tables, including virtual ones, and triggers: things that cannot be recreated without a loss, or with one statement. */
  readonly tables: ReadonlySet<string>;
  /** The statement that creates each index. Indexes of primary keys belong to their tables. */
  readonly indexes: ReadonlyMap<string, string>;
}

const change =
  /CREATE (?:VIRTUAL )?(?:TABLE|TRIGGER) "(?<made>\w+)"|DROP TABLE "(?<dropped>\w+)"|ALTER TABLE "(?<from>\w+)" RENAME TO "(?<to>\w+)"|(?<statement>CREATE (?:UNIQUE )?INDEX "(?<index>\w+)" ON "(?<of>\w+)"[^;]*)|DROP INDEX "(?<droppedIndex>\w+)"/g;

/** Reads the SQL of migrations, oldest first, as Prisma writes it for either database. */
export function schemaNames(scripts: readonly string[]): SchemaNames {
  const tables = new Set<string>();
  const indexes = new Map<string, { readonly table: string; readonly statement: string }>();
  const drop = (table: string) => {
    tables.delete(table);
    for (const [name, index] of indexes) if (index.table === table) indexes.delete(name);
  };
  for (const { groups = {} } of scripts.flatMap((script) => [...script.matchAll(change)])) {
    const { made, dropped, from, to, statement, index, of, droppedIndex } = groups;
    if (made !== undefined) tables.add(made);
    if (dropped !== undefined) drop(dropped);
    if (from !== undefined && to !== undefined && tables.delete(from)) tables.add(to);
    if (index !== undefined && of !== undefined && statement !== undefined)
      indexes.set(index, { table: of, statement });
    if (droppedIndex !== undefined) indexes.delete(droppedIndex);
  }
  return { tables, indexes: new Map([...indexes].map(([name, { statement }]) => [name, statement])) };
}
