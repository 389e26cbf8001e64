import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

export interface NextRelease {
  /** A checkout that is this one, with one more migration. */
  readonly folder: string;
  readonly migration: string;
  readonly remove: () => Promise<void>;
}

/** What an upgrade brings: a release that changes the schema. */
export async function makeNextRelease(): Promise<NextRelease> {
  const folder = await mkdtemp(join(tmpdir(), "mockdown-next-"));
  const migration = "29990101000000_next_release";
  for (const name of ["lib", "node_modules", "package.json"]) await symlink(resolve(name), join(folder, name));
  await cp("prisma/migrations", join(folder, "prisma", "migrations"), { recursive: true });
  for (const provider of ["sqlite", "postgresql"]) {
    const place = join(folder, "prisma", "migrations", provider, migration);
    await mkdir(place);
    await writeFile(
      join(place, "migration.sql"),
      'CREATE TABLE "OfTheNextRelease" ("id" INTEGER NOT NULL PRIMARY KEY);\n',
    );
  }
  return { folder, migration, remove: () => rm(folder, { recursive: true }) };
}
