import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { programFolder } from "#lib/env/program-folder";
import type { Database } from "./database.ts";

const right = new WeakSet<Database>();

/**
 * Whether the database has every migration of this release. Once it has, it is not asked again: only a new release
 * brings new ones, and that is a new process.
 */
export async function isMigrated(db: Database): Promise<boolean> {
  if (right.has(db)) return true;
  const folder = join(/* turbopackIgnore: true */ programFolder(), "prisma/migrations", db.provider);
  const entries = await readdir(folder, { withFileTypes: true });
  const rows = await db.read.$queryRaw<{ migration_name: string }[]>`
    SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`;
  const applied = new Set(rows.map((row) => row.migration_name));
  const isRight = entries.every((entry) => !entry.isDirectory() || applied.has(entry.name));
  if (isRight) right.add(db);
  return isRight;
}
