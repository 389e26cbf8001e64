import { cp, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import Database from "better-sqlite3";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { migrate } from "#lib/db/migrate";
import { commandsOn } from "../support/command-line.ts";

describe("a start of another release", () => {
  let folder: string;
  /** The first migration, which is what an earlier release left, and the name of the next. */
  let former: string;
  let next: string;
  const run = commandsOn(() => join(folder, "mockdown.db"));
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "mockdown-upgrade-"));
    former = relative(process.cwd(), join(folder, "former"));
    const migrations = await readdir("prisma/migrations/sqlite");
    const [first = "", second = ""] = migrations.filter((name) => /^\d/.test(name)).sort();
    next = second;
    for (const name of [first, "migration_lock.toml"])
      await cp(join("prisma/migrations/sqlite", name), join(former, "sqlite", name), { recursive: true });
  });
  afterAll(() => rm(folder, { recursive: true }));

  it("refuses a database that a newer release has opened", async () => {
    const copy = join(folder, "newer.db");
    await migrate(`file:${copy}`);
    const db = new Database(copy);
    db.exec(
      "INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count) VALUES ('x', 'x', '29990101_later', 1, 1)",
    );
    db.close();
    const { code, output } = await run("set-up", [], { DATABASE_URL: `file:${copy}` });
    expect(code).toBe(1);
    expect(output).toContain("newer release");
    expect(output).toContain("29990101_later");
  });

  it("keeps the database as the release before left it, for the way back", async () => {
    const upgraded = join(folder, "upgraded.db");
    const DATABASE_URL = `file:${upgraded}`;
    await migrate(DATABASE_URL, { folder: former });
    const db = new Database(upgraded);
    db.exec(`INSERT INTO "Learner" ("id", "createdAt") VALUES ('long here', '2026-11-22T12:00:00.000+00:00')`);
    db.close();

    const BACKUP_DIR = join(folder, "backups");
    const { code, output } = await run("set-up", [], { DATABASE_URL, BACKUP_DIR });
    expect(await readdir(BACKUP_DIR)).toEqual([expect.stringMatching(new RegExp(`-before-${next}\\.tar\\.gz$`))]);
    expect(output).toContain(`kept as ${upgraded}.before-${next}`);
    expect(code).toBe(0);
    const tablesOf = (name: string) => {
      const db = new Database(name, { readonly: true });
      const learners = db.prepare(`SELECT "id" FROM "Learner"`).pluck().all();
      const cards = db.prepare("SELECT 1 FROM sqlite_master WHERE name = 'Card'").all().length;
      db.close();
      return { learners, cards };
    };
    expect(tablesOf(upgraded)).toEqual({ learners: ["long here"], cards: 1 });
    expect(tablesOf(`${upgraded}.before-${next}`)).toEqual({ learners: ["long here"], cards: 0 });
    expect((await stat(`${upgraded}.before-${next}`)).mode & 0o077, "it is for its maker alone").toBe(0);
    expect((await run("set-up", [], { DATABASE_URL })).output, "once").not.toContain("kept as");
  });

  it("reads every question again, though no file has changed", async () => {
    const place = await mkdtemp(join(folder, "reader-"));
    const [database, manifest] = [join(place, "mockdown.db"), join(place, "content-manifest.json")];
    const DATABASE_URL = `file:${database}`;
    expect((await run("set-up", [], { DATABASE_URL })).output).toContain("9 added");
    // As a release left it that made something else of the same files.
    const db = new Database(database);
    db.exec(`UPDATE "BankState" SET "fingerprint" = 'former'`);
    db.exec(`UPDATE "Revision" SET "contentHash" = 'former' WHERE "id" = (SELECT MIN("id") FROM "Revision")`);
    db.close();
    const kept = JSON.parse(await readFile(manifest, "utf8")) as object;
    await writeFile(manifest, JSON.stringify({ ...kept, fingerprint: "former", release: "former" }));
    const counts = "0 added, 1 revised, 8 unchanged, 0 retired\n";
    expect(await run("set-up", [], { DATABASE_URL })).toMatchObject({
      code: 0,
      output: expect.stringContaining(counts),
    });
  });

  it("does not change a database that cannot be copied before", async () => {
    const upgraded = join(folder, "no-room.db");
    const DATABASE_URL = `file:${upgraded}`;
    await migrate(DATABASE_URL, { folder: former });
    await mkdir(`${upgraded}.before-${next}`);
    const { code, output } = await run("set-up", [], { DATABASE_URL });
    expect({ code, output }).toMatchObject({ code: 1, output: expect.not.stringContaining("added") });
    const db = new Database(upgraded, { readonly: true });
    expect(db.prepare("SELECT 1 FROM sqlite_master WHERE name = 'Card'").all()).toEqual([]);
    db.close();
    expect((await readdir(folder)).filter((name) => name.startsWith("no-room.db.before"))).toHaveLength(1);
  });
});
