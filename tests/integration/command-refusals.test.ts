import { chmod, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { commandsOn, notADatabase, type Outcome, type Program, runCommand } from "../support/command-line.ts";
import { freePort } from "../support/free-port.ts";

const AUTH_SECRET = "a secret of tests that is long enough for anything";

describe("the command line", () => {
  let folder: string;
  /** What a command says after twenty seconds of waiting: begun before the other tests, and looked at after them. */
  let unanswered: Promise<Outcome>;
  const run = commandsOn(() => join(folder, "mockdown.db"));
  beforeAll(async () => {
    unanswered = askSilentPostgres();
    folder = await mkdtemp(join(tmpdir(), "mockdown-cli-"));
    expect(await run("set-up")).toEqual({ code: 0, output: expect.stringContaining("9 added") });
  });
  afterAll(() => rm(folder, { recursive: true }));

  async function askSilentPostgres(): Promise<Outcome> {
    const silent = createServer();
    const port = await freePort();
    await new Promise<void>((resolve) => silent.listen(port, "127.0.0.1", resolve));
    const DATABASE_URL = `postgresql://u:p@127.0.0.1:${port}/x`;
    return runCommand("admin", ["user", "list"], { DATABASE_URL, AUTH_SECRET }).finally(() => silent.close());
  }

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

  it("refuses a damaged database and does not touch it", async () => {
    const broken = join(folder, "broken.db");
    await writeFile(broken, notADatabase);
    const { code, output } = await run("set-up", [], { DATABASE_URL: `file:${broken}` });
    expect(code).toBe(1);
    expect(output).toContain("is damaged: restore a backup");
    expect(await readFile(broken, "utf8")).toBe(notADatabase);
  });

  it("refuses a damaged database with a log beside it, and touches neither", async () => {
    const broken = join(folder, "with-log.db");
    await writeFile(broken, notADatabase);
    await writeFile(`${broken}-wal`, "what was in the log");
    for (const [program, ...args] of [
      ["set-up"],
      ["content", "sync"],
      ["admin", "user", "list"],
      ["admin", "backup", join(folder, "of-broken.db")],
      ["admin", "doctor"],
    ] as const) {
      const { code, output } = await run(program, args, { DATABASE_URL: `file:${broken}` });
      expect(output, `${program} ${args}`).toContain("is damaged or gone, and its log");
      expect(code).toBe(1);
    }
    expect(await readFile(broken, "utf8")).toBe(notADatabase);
    expect(await readFile(`${broken}-wal`, "utf8")).toBe("what was in the log");
  });

  const path = (...names: string[]) => join(folder, ...names);
  it.each([
    [() => ["admin", "backup", path("no-folder", "x.db")], "there is no folder", {}],
    [() => ["admin", "backup", `${path("no-folder")}/`], "there is no folder", {}],
    [() => ["admin", "restore", folder], "there is no file", {}],
    [() => ["admin", "user", "list"], "There is no database", { database: "nowhere/none.db" }],
    [() => ["admin", "doctor"], "BASE_URL is not", { SMTP_URL: "smtp://127.0.0.1:9" }],
    [() => ["admin", "user", "list"], "is damaged", { database: "garbage.db" }],
    [() => ["content", "sync"], "is damaged", { database: "garbage.db" }],
  ] as const)("refuses in a sentence what cannot be done: case %#", async (args, sentence, settings) => {
    await writeFile(path("garbage.db"), notADatabase);
    const { database = "mockdown.db", ...more } = settings as Readonly<Record<string, string>>;
    const [program, ...rest] = args() as [Program, ...string[]];
    const { code, output } = await run(program, rest, { DATABASE_URL: `file:${path(database)}`, ...more });
    expect(output).toContain(sentence);
    expect(output).not.toMatch(/\n\s+at /);
    expect(code).toBe(1);
  });

  it("refuses to sign with a secret that is too short, and names its file", async () => {
    const place = await mkdtemp(join(folder, "secret-"));
    await writeFile(join(place, "auth-secret"), "");
    const outcome = await run("set-up", [], { DATABASE_URL: `file:${join(place, "m.db")}`, AUTH_SECRET: "" });
    expect(outcome).toMatchObject({ code: 1, output: expect.stringContaining(join(place, "auth-secret")) });
  });

  it("names a PostgreSQL that cannot be reached", async () => {
    const DATABASE_URL = `postgresql://u:p@127.0.0.1:${await freePort()}/x`;
    for (const [program, ...args] of [["set-up"], ["admin", "user", "list"]] as const) {
      const outcome = await run(program, args, { DATABASE_URL, AUTH_SECRET });
      expect(outcome).toMatchObject({
        code: 1,
        output: expect.stringContaining("cannot be reached: check DATABASE_URL"),
      });
    }
  });

  it.skipIf(process.getuid?.() === 0)("names a folder that cannot be written", async () => {
    const place = await mkdtemp(join(folder, "closed-"));
    await chmod(place, 0o500);
    const outcome = await run("set-up", [], { DATABASE_URL: `file:${join(place, "none.db")}` });
    await chmod(place, 0o700);
    expect(outcome).toMatchObject({ code: 1, output: expect.stringContaining("cannot be written") });
  });

  it("names a PostgreSQL that takes the connection and never answers", async () => {
    const outcome = await unanswered;
    expect(outcome).toMatchObject({
      code: 1,
      output: expect.stringContaining("cannot be reached: check DATABASE_URL"),
    });
    expect(outcome.output).not.toMatch(/\n\s+at /);
  });
});
