import { existsSync } from "node:fs";
import { copyFile, lstat, mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { commandsOn, integrityOf, notADatabase } from "../support/command-line.ts";

describe("backup and restore", () => {
  let folder: string;
  let file: string;
  const run = commandsOn(() => file);
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "mockdown-backup-"));
    file = join(folder, "mockdown.db");
    expect(await run("set-up")).toMatchObject({ code: 0 });
  });
  afterAll(() => rm(folder, { recursive: true }));

  it("backs up, notices that the database is gone, refuses to start again, and restores", async () => {
    const backup = join(folder, "backup.db");
    expect(await run("admin", ["backup", backup])).toMatchObject({ code: 0 });
    expect((await stat(backup)).mode & 0o077, "a backup is for its maker alone").toBe(0);
    expect(await run("admin", ["backup", backup])).toMatchObject({
      code: 1,
      output: expect.stringContaining("already exists"),
    });
    await Promise.all(["", "-wal", "-shm"].map((ending) => rm(file + ending, { force: true })));
    for (const [program, ...args] of [["set-up"], ["content", "sync"]] as const) {
      expect(await run(program, args)).toMatchObject({ code: 1, output: expect.stringContaining("is gone") });
    }
    expect(await run("admin", ["doctor"])).toMatchObject({
      code: 1,
      output: expect.stringContaining("does not exist"),
    });
    expect(existsSync(file), "looking does not make a database").toBe(false);
    expect(await run("admin", ["restore", join(folder, "no.db")])).toMatchObject({ code: 1 });
    expect(await run("admin", ["restore", backup])).toMatchObject({ code: 0 });
    expect(await run("set-up")).toMatchObject({ code: 0 });
    expect(await run("admin", ["doctor"])).toMatchObject({ code: 0, output: expect.not.stringContaining("WRONG") });
    const besides = (await readdir(folder)).filter((name) => /^backup\.db.|restoring|unfinished/.test(name));
    expect(besides, "nothing is left beside a backup").toEqual([]);
  });

  it("restores over a damaged database, which is kept with its log", async () => {
    const place = await mkdtemp(join(folder, "damaged-"));
    const [database, backup] = [join(place, "mockdown.db"), join(place, "backup.db")];
    await run("admin", ["backup", backup]);
    await writeFile(database, notADatabase);
    await writeFile(`${database}-wal`, "what was in the log");
    expect(await run("admin", ["restore", backup], { DATABASE_URL: `file:${database}` })).toMatchObject({ code: 0 });
    const kept = (await readdir(place)).filter((name) => name.includes("before-restore"));
    expect(kept.map((name) => name.replace(/\d+/, ""))).toEqual([
      "mockdown.db.before-restore-",
      "mockdown.db.before-restore--wal",
    ]);
    expect(await readFile(join(place, kept[1] ?? ""), "utf8")).toBe("what was in the log");
    expect(sound(database)).toBe("ok");
  });

  it("restores on a machine where nothing was started yet, into a folder for its owner alone", async () => {
    const place = await mkdtemp(join(folder, "fresh-"));
    const [backup, data] = [join(place, "backup.db"), join(place, "deep", "data")];
    await run("admin", ["backup", backup]);
    const fresh = { DATABASE_URL: `file:${join(data, "mockdown.db")}` };
    expect(await run("admin", ["restore", backup], fresh)).toMatchObject({ code: 0 });
    expect((await stat(data)).mode & 0o077).toBe(0);
    expect(await readdir(data)).toEqual(["mockdown.db"]);
    expect(sound(join(data, "mockdown.db"))).toBe("ok");
  });

  it("restores to where a link leads, and not in place of the link", async () => {
    const place = await mkdtemp(join(folder, "link-"));
    const [disk, link, backup] = [join(place, "disk"), join(place, "data", "mockdown.db"), join(place, "backup.db")];
    await Promise.all([mkdir(disk), mkdir(join(place, "data"))]);
    await run("admin", ["backup", backup]);
    await copyFile(backup, join(disk, "mockdown.db"));
    await symlink(join(disk, "mockdown.db"), link);
    expect(await run("admin", ["restore", backup], { DATABASE_URL: `file:${link}` })).toMatchObject({ code: 0 });
    expect((await lstat(link)).isSymbolicLink()).toBe(true);
    expect((await readdir(disk)).map((name) => name.replace(/\d+/, ""))).toEqual([
      "mockdown.db",
      "mockdown.db.before-restore-",
    ]);
  });

  it("does not mix a backup with the log of a database that is gone", async () => {
    const place = await mkdtemp(join(folder, "log-"));
    const [database, backup] = [join(place, "mockdown.db"), join(place, "backup.db")];
    await run("admin", ["backup", backup]);
    const lost = new Database(database);
    lost.exec("PRAGMA journal_mode = WAL; CREATE TABLE lost (x); INSERT INTO lost VALUES (1)");
    await copyFile(`${database}-wal`, join(place, "log"));
    lost.close();
    await rm(database);
    await copyFile(join(place, "log"), `${database}-wal`);
    expect(await run("admin", ["restore", backup], { DATABASE_URL: `file:${database}` })).toMatchObject({ code: 0 });
    expect(sound(database)).toBe("ok");
    expect((await readdir(place)).some((name) => /before-restore-\d+-wal$/.test(name))).toBe(true);
  });

  function sound(path: string): unknown {
    const db = new Database(path, { readonly: true });
    const isLost = db.prepare("SELECT 1 FROM sqlite_master WHERE name = 'lost'").get();
    db.close();
    return isLost ? "shows the lost database" : integrityOf(path);
  }

  it("does not restore over a database in use", async () => {
    const backup = join(folder, "second.db");
    await run("admin", ["backup", backup]);
    const user = new Database(file);
    user.exec("BEGIN IMMEDIATE");
    const outcome = await run("admin", ["restore", backup]);
    user.close();
    expect(outcome).toMatchObject({ code: 1, output: expect.stringContaining("stop the server first") });
  });
});
