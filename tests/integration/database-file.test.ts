import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { copyFile, mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import Database from "better-sqlite3";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { openDatabase } from "#lib/db/database";
import { noteHoldings } from "#lib/db/holdings-note";
import { typescriptArguments } from "../../lib/cli/command-arguments.mjs";
import { commandsOn } from "../support/command-line.ts";

const execute = promisify(execFile);

/** Adds a learner in a process that dies at once, as in a power cut: the log stays. */
const writeAndDie = `
  const db = new (require("better-sqlite3"))(process.argv[1]);
  db.pragma("synchronous = FULL");
  db.prepare("INSERT INTO Learner (id, createdAt) VALUES (?, '2026-01-01')").run(process.argv[2]);
  process.kill(process.pid, "SIGKILL");
`;

const holdLock = `
  const { holdServerLock } = await import(process.argv[1]);
  process.stdout.write(String(holdServerLock(process.argv[2])));
  setInterval(() => {}, 1000);
`;

describe("the file of a SQLite database", () => {
  let root: string;
  let prepared: string;
  let made = 0;
  let folder: string;
  let file: string;
  const run = commandsOn(() => file);

  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), "mockdown-file-"));
    prepared = join(root, "prepared.db");
    file = prepared;
    expect(await run("set-up")).toMatchObject({ code: 0 });
  });
  afterAll(() => rm(root, { recursive: true }));

  /** An installation of its own, stopped in order. */
  beforeEach(async () => {
    folder = join(root, String(++made));
    file = join(folder, "mockdown.db");
    await mkdir(folder);
    await copyFile(prepared, file);
    await copyFile(`${prepared}.run`, `${file}.run`);
  });

  async function crash(learner: string): Promise<void> {
    await execute(process.execPath, ["-e", writeAndDie, file, learner]).catch((error: { signal?: string }) => {
      if (error.signal !== "SIGKILL") throw error;
    });
    expect(await readdir(folder)).toContain("mockdown.db-wal");
  }

  function ask(sql: string): unknown {
    const db = new Database(file);
    try {
      return db.prepare(sql).pluck().get();
    } finally {
      db.close();
    }
  }

  const generation = () => ask("SELECT generation FROM Installation");
  const learners = () => ask("SELECT group_concat(id, ' ') FROM (SELECT id FROM Learner ORDER BY id)");

  async function contents(): Promise<Record<string, string>> {
    const names = await readdir(folder);
    const bytes = await Promise.all(names.map((name) => readFile(join(folder, name), "base64")));
    return Object.fromEntries(names.map((name, index) => [name, bytes[index] ?? ""]));
  }

  it("is the whole database once it was closed, also when it was read last", async () => {
    const db = openDatabase(`file:${file}`);
    await db.write(async (tx) => {
      await tx.learner.create({ data: { id: "ada", createdAt: new Date() } });
    });
    expect(await db.read.learner.count()).toBe(1);
    await db.close();
    expect((await readdir(folder)).sort()).toEqual(["mockdown.db", "mockdown.db.run"]);
    const copy = join(folder, "copy.db");
    await copyFile(file, copy);
    file = copy;
    expect(learners()).toBe("ada");
  });

  it("is all that a start and commands leave, with the notes beside it", async () => {
    expect(await run("set-up")).toMatchObject({ code: 0 });
    expect(await run("admin", ["user", "list"])).toMatchObject({ code: 0 });
    expect(await run("admin", ["backup", join(root, `backup-${made}.db`)])).toMatchObject({ code: 0 });
    const names = (await readdir(folder)).filter((name) => name.startsWith("mockdown.db"));
    expect(names.sort()).toEqual(["mockdown.db", "mockdown.db.last-backup", "mockdown.db.run"]);
  });

  it("keeps its generation over starts and power cuts, with what was written", async () => {
    expect(await run("set-up")).toMatchObject({ code: 0 });
    const before = generation();
    await crash("ada");
    expect(await run("set-up")).toMatchObject({ code: 0 });
    await crash("bob");
    expect(await run("set-up")).toMatchObject({ code: 0 });
    expect(learners()).toBe("ada bob");
    expect(generation()).toBe(before);
  });

  it("is refused, and nothing of it changed, beside the log of another; once the log is moved away, it is a new generation", async () => {
    expect(await run("set-up")).toMatchObject({ code: 0 });
    const before = generation();
    const backup = join(folder, "backup.db");
    expect(await run("admin", ["backup", backup])).toMatchObject({ code: 0 });
    await crash("ada");
    await copyFile(backup, file);
    const all = await contents();
    for (const [program, ...args] of [
      ["set-up"],
      ["content", "sync"],
      ["admin", "user", "list"],
      ["admin", "backup", join(folder, "of-foreign.db")],
    ] as const)
      expect(await run(program, args)).toEqual({
        code: 1,
        output: expect.stringContaining("-wal does not belong to the database"),
      });
    noteHoldings(file);
    expect(await contents()).toEqual(all);
    for (const ending of ["-wal", "-shm"]) await rename(file + ending, join(folder, `former${ending}`));
    expect(await run("set-up")).toMatchObject({ code: 0 });
    expect(learners()).toBeNull();
    expect(generation()).not.toBe(before);
  });

  it("is refused beside the log of a later start, though it was copied by hand", async () => {
    expect(await run("set-up")).toMatchObject({ code: 0 });
    const byHand = join(folder, "by-hand.db");
    await copyFile(file, byHand);
    for (const _ of [1, 2]) expect(await run("set-up")).toMatchObject({ code: 0 });
    await crash("ada");
    await copyFile(byHand, file);
    expect(await run("set-up")).toMatchObject({ code: 1, output: expect.stringContaining("does not belong") });
  });

  it("is set aside with the foreign log, both untouched, by a restore", async () => {
    expect(await run("set-up")).toMatchObject({ code: 0 });
    const backup = join(folder, "backup.db");
    expect(await run("admin", ["backup", backup])).toMatchObject({ code: 0 });
    await crash("ada");
    await copyFile(backup, file);
    const log = await readFile(`${file}-wal`);
    expect(await run("admin", ["restore", backup])).toMatchObject({ code: 0 });
    expect(await run("set-up")).toMatchObject({ code: 0 });
    const aside = (await readdir(folder)).find((name) => name.endsWith("-wal"));
    expect(await readFile(join(folder, aside ?? ""))).toEqual(log);
  });

  it("is looked at after an unclean end, and refused when it is damaged", async () => {
    expect(await run("set-up")).toMatchObject({ code: 0 });
    await crash("ada");
    const bytes = await readFile(file);
    bytes.fill(0xa5, 4096 * 6, 4096 * 40);
    await writeFile(file, bytes);
    expect(await run("set-up")).toMatchObject({
      code: 1,
      output: expect.stringMatching(/is damaged.*restore a backup/),
    });
  });

  it("is served by one process, and free as soon as that is dead", async () => {
    expect(await run("set-up")).toMatchObject({ code: 0 });
    const module = new URL("../../lib/db/server-lock.ts", import.meta.url).pathname;
    const args = [...typescriptArguments, "--input-type=module", "-e", holdLock, module, file];
    const server = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
    try {
      const [said] = await once(server.stdout, "data");
      expect(String(said)).toBe("true");
      const refused = { code: 1, output: expect.stringContaining("Another Mockdown server uses the database") };
      expect(await run("set-up")).toEqual(refused);
      // Commands take turns with the server.
      expect(await run("admin", ["user", "list"])).toMatchObject({ code: 0 });
      const note = await readFile(`${file}.run`, "utf8");
      expect(await run("content", ["sync"])).toMatchObject({ code: 0, output: expect.stringContaining("9 unchanged") });
      expect(await readFile(`${file}.run`, "utf8"), "a sync beside it begins no run").toBe(note);
      expect(await run("admin", ["restore", prepared])).toMatchObject({ code: 1 });
    } finally {
      server.kill("SIGKILL");
      await once(server, "close");
    }
    expect(await run("set-up")).toMatchObject({ code: 0 });
  });
});
