import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";

const folder = "prisma/migrations/sqlite";

it("no migration of SQLite copies a table: a column is added in place, whatever Prisma writes", () => {
  const migrations = readdirSync(folder).filter((name) => /^\d/.test(name));
  expect(migrations.length).toBeGreaterThan(0);
  const copying = migrations.filter((name) =>
    /^DROP TABLE [^;]*;\s*ALTER TABLE [^;]* RENAME TO/m.test(readFileSync(`${folder}/${name}/migration.sql`, "utf8")),
  );
  expect(copying).toEqual([]);
});
