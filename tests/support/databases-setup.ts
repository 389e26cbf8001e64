import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { migrate } from "../../lib/db/migrate.ts";
import { startPostgres } from "./postgres.ts";

declare module "vitest" {
  export interface ProvidedContext {
    sqliteTemplate: string;
    postgresAddress: string;
  }
}

export const postgresTemplate = "template_mockdown";

/** One migrated SQLite file and one migrated PostgreSQL database, which every test file copies. */
export default async function setup(project: TestProject) {
  const folder = await mkdtemp(join(tmpdir(), "mockdown-template-"));
  const sqliteTemplate = join(folder, "template.db");
  await migrate(`file:${sqliteTemplate}`);
  const postgres = await startPostgres();
  await migrate(await postgres.createDatabase(postgresTemplate));
  project.provide("sqliteTemplate", sqliteTemplate);
  project.provide("postgresAddress", postgres.address("postgres"));
  return async () => {
    await postgres.stop();
    await rm(folder, { recursive: true });
  };
}
