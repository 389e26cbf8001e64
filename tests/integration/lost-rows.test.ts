import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { noteHoldings, readHoldings } from "#lib/db/holdings-note";
import { commandsOn } from "../support/command-line.ts";

describe("a SQLite database that lost something", () => {
  let root: string;
  let prepared: string;
  let made = 0;
  let folder: string;
  let file: string;
  let backup: string;
  const run = commandsOn(() => file);

  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), "mockdown-lost-"));
    prepared = join(root, "prepared.db");
    file = prepared;
    expect(await run("set-up")).toMatchObject({ code: 0 });
    await run("admin", ["backup", join(root, "empty.db")]);
  });
  afterAll(() => rm(root, { recursive: true }));

  /** An installation with two attempts, as its server left it, and a backup from before the second. */
  beforeEach(async () => {
    folder = join(root, String(++made));
    file = join(folder, "mockdown.db");
    backup = join(root, `backup-${made}.db`);
    await mkdir(folder);
    await copyFile(join(root, "empty.db"), file);
    expect(await run("set-up")).toMatchObject({ code: 0 });
    write(`INSERT INTO "Learner" ("id", "createdAt") VALUES ('ada', '2026-11-22T12:00:00.000+00:00')`);
    begin("first");
    expect(await run("admin", ["backup", backup])).toMatchObject({ code: 0 });
    begin("second");
    noteHoldings(file);
  });

  function write(sql: string): void {
    const db = new Database(file);
    db.exec(sql);
    db.close();
  }

  function begin(id: string): void {
    write(`INSERT INTO "Attempt" ("id", "learnerId", "examSlug", "mode", "reveal", "seed", "plan", "startedAt")
      VALUES ('${id}', 'ada', 'sample', 'mock', 'end', 's', '{}', '2026-11-22T12:00:00.000+00:00')`);
  }

  function attempts(): unknown {
    const db = new Database(file);
    try {
      return db.prepare(`SELECT group_concat("id") FROM "Attempt"`).pluck().get();
    } finally {
      db.close();
    }
  }

  async function contents(): Promise<Record<string, string>> {
    const names = await readdir(folder);
    const bytes = await Promise.all(names.map((name) => readFile(join(folder, name), "base64")));
    return Object.fromEntries(names.map((name, index) => [name, bytes[index] ?? ""]));
  }

  it("is refused by every start until the loss is accepted, once, and is not changed before", async () => {
    await copyFile(backup, file);
    const before = await contents();
    const refused = {
      code: 1,
      output: expect.stringMatching(/has lost attempts: .* 2 attempts.* 1 attempt,.*--accept-loss/),
    };
    expect(await run("set-up")).toEqual(refused);
    expect(await run("content", ["sync"])).toEqual(refused);
    expect(await contents()).toEqual(before);
    expect(await run("set-up", ["--accept-loss"])).toMatchObject({ code: 0 });
    expect(await run("set-up")).toMatchObject({ code: 0 });
    expect(attempts()).toBe("first");
  });

  it("is refused although a server looked at it meanwhile: what is noted never becomes less", async () => {
    await copyFile(backup, file);
    noteHoldings(file);
    expect(await run("set-up")).toMatchObject({ code: 1 });
  });

  it("is noted within a moment or not at all while another program has locked it: a server waits meanwhile", () => {
    const other = new Database(file);
    other.pragma("locking_mode = EXCLUSIVE");
    other.exec("BEGIN EXCLUSIVE");
    const timeOf = (job: () => unknown) => {
      const begin = performance.now();
      expect(job).toThrow(/locked/);
      return performance.now() - begin;
    };
    const patient = new Database(file, { timeout: 3_000 });
    expect(timeOf(() => noteHoldings(file))).toBeLessThan(timeOf(() => patient.exec("BEGIN IMMEDIATE")));
    patient.close();
    other.close();
  });

  it("is noted with the newest of the answers that came last, whatever their order", () => {
    const other = new Database(file);
    other.pragma("foreign_keys = OFF");
    const insert =
      other.prepare(`INSERT INTO "ItemEntry" ("attemptId", "position", "field", "version", "clientId", "value", "madeAt", "receivedAt", "elapsedMs", "sequence")
      VALUES ('second', 1, 'answer', ?, 'client', 'null', ?, ?, 1, ?)`);
    ["2026-11-22T12:00:01.000+00:00", "2026-11-22T12:00:03.000+00:00", "2026-11-22T12:00:02.000+00:00"].forEach(
      (at, n) => void insert.run(n, at, at, n),
    );
    other.close();
    noteHoldings(file);
    expect(readHoldings(file)?.newestAnswer).toBe("2026-11-22T12:00:03.000+00:00");
  });

  it("has lost nothing when attempts were erased with their account", async () => {
    write(`DELETE FROM "Attempt" WHERE "id" = 'first'; INSERT INTO "Erased" VALUES (1, 1)`);
    expect(await run("set-up")).toMatchObject({ code: 0 });
  });

  it("takes a backup that holds less only when asked to, and says what it holds", async () => {
    const before = await contents();
    const refused = await run("admin", ["restore", backup]);
    expect(refused).toMatchObject({
      code: 1,
      output: expect.stringMatching(/holds 1 attempt, 0 accounts[\s\S]*less[\s\S]*--yes/),
    });
    expect(await contents()).toEqual(before);
    expect(await run("admin", ["restore", backup, "--yes"])).toMatchObject({ code: 0 });
    expect(await run("set-up"), "a loss that was agreed to").toMatchObject({ code: 0 });
    expect(attempts()).toBe("first");
  });

  it("asks nothing about a backup that holds as much", async () => {
    const newest = join(root, `newest-${made}.db`);
    expect(await run("admin", ["backup", newest])).toMatchObject({ code: 0 });
    expect(await run("admin", ["restore", newest])).toMatchObject({ code: 0 });
    expect(attempts()).toBe("first,second");
  });

  it("takes no backup of a newer release", async () => {
    const newer = new Database(backup);
    newer.exec(
      "INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count) VALUES ('x', 'x', '29990101_later', 1, 1)",
    );
    newer.close();
    const refused = { code: 1, output: expect.stringMatching(/newer release.*29990101_later/) };
    expect(await run("admin", ["restore", backup, "--yes"])).toEqual(refused);
    expect(attempts()).toBe("first,second");
  });

  it("is named by the doctor, with rows that refer to nothing, and nothing is changed", async () => {
    await copyFile(backup, file);
    const orphan = new Database(file);
    orphan.pragma("foreign_keys = OFF");
    orphan.exec(`UPDATE "Attempt" SET "learnerId" = 'nobody'`);
    orphan.close();
    const before = await contents();
    const { code, output } = await run("admin", ["doctor"]);
    expect(output).toMatch(/WRONG +what was kept: .*has lost attempts/);
    expect(output).toMatch(/WRONG +foreign keys: 1 rows refer to rows that no longer exist, in Attempt/);
    expect(code).toBe(1);
    expect(await contents()).toEqual(before);
  });

  it("is left as it is by the doctor when the file is empty", async () => {
    await writeFile(file, "");
    const before = await contents();
    const { code, output } = await run("admin", ["doctor"]);
    expect(output).toMatch(/WRONG +database file: .* is empty/);
    expect(code).toBe(1);
    expect(await contents()).toEqual(before);
  });
});
