import { type ChildProcess, execFile, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import {
  chmod,
  copyFile,
  cp,
  lstat,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  stat,
  symlink,
  writeFile,
} from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { promisify } from "node:util";
import Database from "better-sqlite3";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { migrate } from "#lib/db/migrate";
import { commandArguments } from "../../lib/cli/command-arguments.mjs";
import { freePort } from "../support/free-port.ts";

const execute = promisify(execFile);

/** The test runner sets a BASE_URL of its own. */
const unset = { BASE_URL: "" };

interface Outcome {
  readonly code: number;
  readonly output: string;
}

describe("the command line", () => {
  let folder: string;
  let file: string;
  /** What a command says after twenty seconds of waiting: begun before the other tests, and looked at after them. */
  let unanswered: Promise<Outcome>;
  beforeAll(async () => {
    unanswered = askSilentPostgres();
    folder = await mkdtemp(join(tmpdir(), "mockdown-cli-"));
    file = join(folder, "mockdown.db");
    expect(await run("set-up")).toEqual({ code: 0, output: expect.stringContaining("9 added") });
  });
  afterAll(() => rm(folder, { recursive: true }));

  async function askSilentPostgres(): Promise<Outcome> {
    const silent = createServer();
    const port = await freePort();
    await new Promise<void>((resolve) => silent.listen(port, "127.0.0.1", resolve));
    const DATABASE_URL = `postgresql://u:p@127.0.0.1:${port}/x`;
    const AUTH_SECRET = "a secret of tests that is long enough for anything";
    return run("admin", ["user", "list"], { DATABASE_URL, AUTH_SECRET }).finally(() => silent.close());
  }

  async function run(
    program: string,
    words: readonly string[] = [],
    more: Readonly<Record<string, string>> = {},
  ): Promise<Outcome> {
    const env = {
      ...process.env,
      DATABASE_URL: `file:${file}`,
      CONTENT_DIR: "tests/fixtures/exam-bank",
      ...unset,
      ...more,
    };
    try {
      const { stdout, stderr } = await execute(
        process.execPath,
        [...commandArguments, `lib/cli/${program}.ts`, ...words],
        { env },
      );
      return { code: 0, output: stdout + stderr };
    } catch (error) {
      const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
      return { code, output: `${stdout}${stderr}` };
    }
  }

  it("ends with its own code and nothing to say when whoever reads its output has gone", async () => {
    const words = [...commandArguments, "lib/cli/content.ts", "check", "tests/fixtures/broken"];
    const child = spawn(process.execPath, words);
    child.stdout.destroy();
    let complaint = "";
    child.stderr.on("data", (chunk) => (complaint += chunk));
    const code = await new Promise((resolve) => child.once("close", resolve));
    expect({ code, complaint }).toEqual({ code: 1, complaint: "" });
  });

  it("lists every mistake in the settings in one go", async () => {
    const { code, output } = await run("set-up", [], { BASE_URL: "here", LOG_LEVEL: "loud" });
    expect(code).toBe(1);
    expect(output).toContain("BASE_URL");
    expect(output).toContain("LOG_LEVEL");
  });

  it("says so in one sentence when another program has locked the database for good", async () => {
    const fresh = join(folder, "locked.db");
    const lock = new Database(fresh);
    lock.exec("CREATE TABLE t (x); BEGIN EXCLUSIVE; INSERT INTO t VALUES (1)");
    const { code, output } = await run("set-up", [], { DATABASE_URL: `file:${fresh}` });
    lock.close();
    expect(code).toBe(1);
    expect(output).toMatch(/is locked by another program: stop it/);
  });

  it("refuses a database that a newer release has opened", async () => {
    const copy = join(folder, "newer.db");
    await run("admin", ["backup", copy]);
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

  it("refuses a damaged database and does not touch it", async () => {
    const broken = join(folder, "broken.db");
    await writeFile(broken, "this is no database at all, whatever it is called".repeat(40));
    const { code, output } = await run("set-up", [], { DATABASE_URL: `file:${broken}` });
    expect(code).toBe(1);
    expect(output).toContain("is damaged: restore a backup");
  });

  it("backs up, notices that the database is gone, refuses to begin anew, and restores", async () => {
    const backup = join(folder, "backup.db");
    expect(await run("admin", ["backup", backup])).toMatchObject({ code: 0 });
    expect((await stat(backup)).mode & 0o077, "a backup is for its maker alone").toBe(0);
    expect(await run("admin", ["backup", backup])).toMatchObject({
      code: 1,
      output: expect.stringContaining("already there"),
    });
    await Promise.all(["", "-wal", "-shm"].map((ending) => rm(file + ending, { force: true })));
    for (const [program, ...words] of [["set-up"], ["content", "sync"]] as const) {
      expect(await run(program, words)).toMatchObject({ code: 1, output: expect.stringContaining("is gone") });
    }
    expect(await run("admin", ["doctor"])).toMatchObject({ code: 1, output: expect.stringContaining("is not there") });
    expect(existsSync(file), "looking does not make a database").toBe(false);
    expect(await run("admin", ["restore", join(folder, "no.db")])).toMatchObject({ code: 1 });
    expect(await run("admin", ["restore", backup])).toMatchObject({ code: 0 });
    expect(await run("set-up")).toMatchObject({ code: 0 });
    expect(await run("admin", ["doctor"])).toMatchObject({ code: 0, output: expect.not.stringContaining("WRONG") });
    const besides = (await readdir(folder)).filter((name) => /^backup\.db.|restoring|unfinished/.test(name));
    expect(besides, "nothing is left beside a backup").toEqual([]);
  });

  it("keeps the database as the release before left it, for the way back", async () => {
    const upgraded = join(folder, "upgraded.db");
    const DATABASE_URL = `file:${upgraded}`;
    const migrations = await readdir("prisma/migrations/sqlite");
    const [first = "", next = ""] = migrations.filter((name) => /^\d/.test(name)).sort();
    for (const name of [first, "migration_lock.toml"])
      await cp(join("prisma/migrations/sqlite", name), join(folder, "former", "sqlite", name), { recursive: true });
    await migrate(DATABASE_URL, { folder: relative(process.cwd(), join(folder, "former")) });
    const former = new Database(upgraded);
    former.exec(`INSERT INTO "Learner" ("id", "createdAt") VALUES ('long here', '2026-11-22T12:00:00.000+00:00')`);
    former.close();

    const { code, output } = await run("set-up", [], { DATABASE_URL });
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

  it("reads every question again after an upgrade, though no file has changed", async () => {
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
    await migrate(DATABASE_URL, { folder: relative(process.cwd(), join(folder, "former")) });
    const [, next = ""] = (await readdir("prisma/migrations/sqlite")).sort();
    await mkdir(`${upgraded}.before-${next}`);
    const { code, output } = await run("set-up", [], { DATABASE_URL });
    expect({ code, output }).toMatchObject({ code: 1, output: expect.not.stringContaining("added") });
    const db = new Database(upgraded, { readonly: true });
    expect(db.prepare("SELECT 1 FROM sqlite_master WHERE name = 'Card'").all()).toEqual([]);
    db.close();
    expect((await readdir(folder)).filter((name) => name.startsWith("no-room.db.before"))).toHaveLength(1);
  });

  it("restores over a damaged database, which is kept with its log", async () => {
    const place = await mkdtemp(join(folder, "damaged-"));
    const [database, backup] = [join(place, "mockdown.db"), join(place, "backup.db")];
    await run("admin", ["backup", backup]);
    await writeFile(database, "this is no database at all, whatever it is called".repeat(40));
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

  it("restores to where a link leads, and not in the place of the link", async () => {
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

  it("makes a database for its owner alone, in a folder that others may enter too", async () => {
    const place = await mkdtemp(join(folder, "shared-"));
    await chmod(place, 0o755);
    const database = join(place, "mockdown.db");
    expect(await run("set-up", [], { DATABASE_URL: `file:${database}` })).toMatchObject({ code: 0 });
    expect((await stat(database)).mode & 0o077).toBe(0);
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
    const result = db.pragma("integrity_check", { simple: true });
    db.close();
    return isLost ? "shows the lost database" : result;
  }

  it("refuses in a sentence what cannot be backed up, restored, listed or synced", async () => {
    const none = { DATABASE_URL: `file:${join(folder, "nowhere", "none.db")}` };
    const broken = { DATABASE_URL: `file:${join(folder, "garbage.db")}` };
    await writeFile(join(folder, "garbage.db"), "this is no database at all, whatever it is called".repeat(40));
    for (const [words, output, more] of [
      [["admin", "backup", join(folder, "no-folder", "x.db")], "there is no folder", {}],
      [["admin", "backup", `${join(folder, "no-folder")}/`], "there is no folder", {}],
      [["admin", "restore", folder], "there is no file", {}],
      [["admin", "user", "list"], "There is no database", none],
      [["admin", "doctor"], "BASE_URL is not", { SMTP_URL: "smtp://mail.example.org" }],
      [["admin", "user", "list"], "is damaged", broken],
      [["content", "sync"], "is damaged", broken],
      [["content", "check", "--max-warnings", "x"], "whole number", {}],
    ] as const) {
      const [program, ...rest] = words;
      const outcome = await run(program, rest, more);
      expect(outcome, words.join(" ")).toMatchObject({ code: 1, output: expect.stringContaining(output) });
      expect(outcome.output, words.join(" ")).not.toMatch(/\n\s+at /);
    }
  });

  it("goes on to its end when the program that reads its output ends", async () => {
    const words = [process.execPath, ...commandArguments, "lib/cli/content.ts", "schema"];
    const script = `{ sleep 0.3; "$@"; echo "ended with $?" >&2; } | true`;
    const { stderr } = await execute("sh", ["-c", script, "sh", ...words]);
    expect(stderr).toBe("ended with 0\n");
  });

  it("begins with an empty database where another one was made before", async () => {
    const second = { DATABASE_URL: `file:${join(folder, "beside.db")}` };
    expect(await run("set-up", [], second)).toMatchObject({ code: 0 });
    expect(await run("set-up")).toMatchObject({ code: 0 });
  });

  it("loads neither the database client nor the parser when there is nothing to do", async () => {
    const place = await mkdtemp(join(folder, "loaded-"));
    expect(await run("set-up")).toMatchObject({ code: 0 });
    expect(await run("set-up", [], { NODE_V8_COVERAGE: place })).toMatchObject({ code: 0 });
    const reports = await Promise.all((await readdir(place)).map((name) => readFile(join(place, name), "utf8")));
    const loaded = reports.flatMap((text) => (JSON.parse(text) as { result: { url: string }[] }).result);
    const names = loaded.map(({ url }) => url).join("\n");
    expect(names).toContain("/lib/cli/set-up-steps.ts");
    expect(names).not.toMatch(/@prisma\/client\/|prisma\/generated|query_compiler|lib\/content\/parse/);
  });

  it("refuses to sign with a secret that is too short, and names its file", async () => {
    const place = await mkdtemp(join(folder, "secret-"));
    await writeFile(join(place, "auth-secret"), "");
    const outcome = await run("set-up", [], { DATABASE_URL: `file:${join(place, "m.db")}`, AUTH_SECRET: "" });
    expect(outcome).toMatchObject({ code: 1, output: expect.stringContaining(join(place, "auth-secret")) });
  });

  it("is told by the doctor of a secret that a start would refuse, and of one that is lost", async () => {
    const place = await mkdtemp(join(folder, "doctor-"));
    const more = { DATABASE_URL: `file:${join(place, "m.db")}`, AUTH_SECRET: "" };
    const secret = join(place, "auth-secret");
    await run("set-up", [], more);
    for (const [spoil, words] of [
      [() => writeFile(secret, "short"), "holds no secret"],
      [() => rm(secret), "is not there"],
    ] as const) {
      await spoil();
      const { code, output } = await run("admin", ["doctor"], more);
      expect(output).toMatch(new RegExp(`WRONG +secret: ${secret} ${words}`));
      expect(code).toBe(1);
    }
    expect(existsSync(secret), "looking does not make one").toBe(false);
  });

  it.skipIf(process.getuid?.() === 0)("is told by the doctor of a database that can be read alone", async () => {
    const copy = join(folder, "read-only.db");
    await run("admin", ["backup", copy]);
    await chmod(copy, 0o400);
    const { code, output } = await run("admin", ["doctor"], { DATABASE_URL: `file:${copy}` });
    expect(output).toMatch(/WRONG +database file: .* cannot be written/);
    expect(code).toBe(1);
  });

  it("names a PostgreSQL that cannot be reached", async () => {
    const DATABASE_URL = `postgresql://u:p@127.0.0.1:${await freePort()}/x`;
    const AUTH_SECRET = "a secret of tests that is long enough for anything";
    for (const [program, ...words] of [["set-up"], ["admin", "user", "list"]] as const) {
      const outcome = await run(program, words, { DATABASE_URL, AUTH_SECRET });
      expect(outcome).toMatchObject({
        code: 1,
        output: expect.stringContaining("cannot be reached: check DATABASE_URL"),
      });
    }
  });

  it("does not restore over a database in use", async () => {
    const backup = join(folder, "second.db");
    await run("admin", ["backup", backup]);
    const user = new Database(file);
    user.exec("BEGIN IMMEDIATE");
    const outcome = await run("admin", ["restore", backup]);
    user.close();
    expect(outcome).toMatchObject({ code: 1, output: expect.stringContaining("stop the server first") });
  });

  describe("with content that cannot be shown", () => {
    let content: string;
    let empty: string;
    beforeAll(async () => {
      content = await mkdtemp(join(tmpdir(), "mockdown-content-"));
      empty = await mkdtemp(join(tmpdir(), "mockdown-content-"));
      await execute("cp", ["-r", "tests/fixtures/exam-bank/sample", content]);
      await writeFile(
        join(content, "sample", "no-key.md"),
        "---\ndomain: land\n---\nWhich?\n\n- [ ] One\n- [ ] Two\n\n## Explanation\n\nNone.\n",
      );
    });
    afterAll(() => Promise.all([content, empty].map((place) => rm(place, { recursive: true }))));
    const place = /sample\/no-key\.md:6:1 {2}error {2}no-key/;

    it("syncs nothing when any file has an error, and names its place", async () => {
      const { code, output } = await run("content", ["sync", content]);
      expect(code).toBe(1);
      expect(output).toMatch(place);
      expect(output).toContain("The database shows what it showed before.");
    });

    it("starts with the questions of the last sync, and says why", async () => {
      for (const [folder, why] of [
        [content, place],
        [empty, "holds no exam, and the database shows 9 questions"],
        [join(empty, "gone"), "there is no folder"],
      ] as const) {
        const { code, output } = await run("set-up", [], { CONTENT_DIR: folder });
        expect(output).toMatch(why);
        expect(output).toContain("The questions of the last sync are served.");
        expect(code).toBe(0);
      }
      expect(await run("set-up")).toEqual({ code: 0, output: "" });
    });

    it("does not start when there are no questions of an earlier sync", async () => {
      const DATABASE_URL = `file:${join(empty, "first.db")}`;
      const { code, output } = await run("set-up", [], { CONTENT_DIR: content, DATABASE_URL });
      expect(output).toMatch(place);
      expect(code).toBe(1);
    });

    it("names every place at a first start, however many there are", async () => {
      const many = await mkdtemp(join(folder, "many-"));
      await execute("cp", ["-r", join(content, "sample"), many]);
      const source = await readFile(join(content, "sample", "no-key.md"));
      const names = Array.from({ length: 60 }, (_, each) => `no-key-${each}.md`);
      await Promise.all(names.map((name) => writeFile(join(many, "sample", name), source)));
      const DATABASE_URL = `file:${join(many, "data", "first.db")}`;
      const { code, output } = await start({
        CONTENT_DIR: many,
        DATABASE_URL,
        PORT: String(await freePort()),
      });
      expect(code).toBe(1);
      for (const name of names) expect(output).toContain(name);
    });

    it("retires every question only when it is told to", async () => {
      const DATABASE_URL = `file:${join(empty, "second.db")}`;
      await copyFile(file, join(empty, "second.db"));
      expect(await run("content", ["sync", empty], { DATABASE_URL })).toMatchObject({ code: 1 });
      expect(await run("content", ["sync", empty, "--retire-all"], { DATABASE_URL })).toEqual({
        code: 0,
        output: "0 added, 0 revised, 0 unchanged, 9 retired\n",
      });
    });
  });

  it("waits, while it watches, for a folder that is not there yet", async () => {
    const content = join(folder, "later");
    const env = { ...process.env, DATABASE_URL: `file:${file}`, ...unset };
    const words = [...commandArguments, "lib/cli/content.ts", "sync", "--watch", content];
    const child = spawn(process.execPath, words, { env });
    const output = keepOutput(child);
    await expect.poll(output, { timeout: 30_000 }).toContain("there is no folder");
    await execute("cp", ["-r", "tests/fixtures/exam-bank", content]);
    await expect.poll(output, { timeout: 30_000 }).toContain("9 unchanged");
    child.kill("SIGTERM");
    expect(await ended(child)).toBe(0);
  });

  it("lists a bad port with all other mistakes", async () => {
    const { code, output } = await start({ PORT: "http", LOG_LEVEL: "loud" });
    expect(code).toBe(1);
    expect(output).toContain("PORT");
    expect(output).toContain("LOG_LEVEL");
  });

  it.each([
    ["SIGTERM", "npm", ["start"]],
    ["SIGHUP", process.execPath, ["lib/cli/start.mjs"]],
  ] as const)("ends well when it is told to stop by %s before the server runs", async (signal, program, words) => {
    let isAsked = false;
    const silent = createServer(() => {
      isAsked = true;
    });
    const port = await freePort();
    await new Promise<void>((resolve) => silent.listen(port, "127.0.0.1", resolve));
    const DATABASE_URL = `postgresql://u:p@127.0.0.1:${port}/x`;
    const AUTH_SECRET = "a secret of tests that is long enough for anything";
    const env = { ...process.env, ...unset, DATABASE_URL, AUTH_SECRET, PORT: String(await freePort()) };
    const child = spawn(program, words, { env });
    await expect.poll(() => isAsked, { timeout: 30_000 }).toBe(true);
    child.kill(signal);
    expect(await ended(child)).toBe(0);
    silent.close();
  });

  it("names a PostgreSQL that takes the connection and never answers", async () => {
    const outcome = await unanswered;
    expect(outcome).toMatchObject({
      code: 1,
      output: expect.stringContaining("cannot be reached: check DATABASE_URL"),
    });
    expect(outcome.output).not.toMatch(/\n\s+at /);
  });

  it("names the port that is taken and the way out", async () => {
    const server = createServer();
    const port = await freePort();
    await new Promise<void>((resolve) => server.listen(port, resolve));
    const outcome = await start({ PORT: String(port) });
    server.close();
    expect(outcome).toMatchObject({
      code: 1,
      output: expect.stringContaining(`Port ${port} is taken by another program`),
    });
  });

  it.skipIf(process.getuid?.() === 0)("names a folder that cannot be written", async () => {
    const place = await mkdtemp(join(folder, "closed-"));
    await chmod(place, 0o500);
    const outcome = await run("set-up", [], { DATABASE_URL: `file:${join(place, "none.db")}` });
    await chmod(place, 0o700);
    expect(outcome).toMatchObject({ code: 1, output: expect.stringContaining("cannot be written") });
  });

  function start(more: Readonly<Record<string, string>>): Promise<Outcome> {
    const env = { ...process.env, DATABASE_URL: `file:${file}`, ...unset, ...more };
    const child: ChildProcess = spawn(process.execPath, ["lib/cli/start.mjs"], { env });
    const output = keepOutput(child);
    return ended(child).then((code) => ({ code, output: output() }));
  }

  function keepOutput(child: ChildProcess): () => string {
    let output = "";
    const keep = (chunk: Buffer) => {
      output += chunk;
    };
    child.stdout?.on("data", keep);
    child.stderr?.on("data", keep);
    return () => output;
  }

  function ended(child: ChildProcess): Promise<number> {
    return new Promise((resolve) => child.on("close", (code) => resolve(code ?? -1)));
  }
});
