import { copyFile, mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Driver from "better-sqlite3";
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { type Database, openDatabase } from "#lib/db/database";
import { Prisma } from "../../prisma/generated/sqlite/client.ts";
import { commandsOn, runCommand } from "../support/command-line.ts";
import { fillEveryTable } from "../support/fill-every-table.ts";

const rowsEach = 20;
/** More than are handed on at once. */
const learners = 1_050;
const secret = "a secret of tests that is long enough for anything";

describe("admin move", () => {
  let folder: string;
  let file: string;
  let postgres: string;
  const run = commandsOn(() => file);
  const names = ["move_there", "move_owner"] as const;
  const ask = async (sql: string, url = inject("postgresAddress")) => {
    const client = new Client({ connectionString: url });
    await client.connect();
    return client.query(sql).finally(() => client.end());
  };
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "mockdown-move-"));
    file = join(folder, "mockdown.db");
    await copyFile(inject("sqliteTemplate"), file);
    const db = new Driver(file);
    fillEveryTable(db, rowsEach);
    db.exec(`WITH RECURSIVE n(i) AS (VALUES (${rowsEach}) UNION ALL SELECT i + 1 FROM n WHERE i + 1 < ${learners})
      INSERT INTO "Learner" ("id", "createdAt") SELECT 'many ' || i, '2026-11-29T10:00:00.123+00:00' FROM n`);
    db.close();
    // As a hosted PostgreSQL gives it: a role without any power but over its own database.
    await ask(`CREATE ROLE ${names[1]} LOGIN PASSWORD 'p%w'`);
    await ask(`CREATE DATABASE ${names[0]} OWNER ${names[1]}`);
    const address = new URL(inject("postgresAddress"));
    postgres = `postgresql://${names[1]}:p%25w@${address.host}/${names[0]}`;
  });
  afterAll(async () => {
    await ask(`DROP DATABASE ${names[0]} WITH (FORCE)`);
    await ask(`DROP ROLE ${names[1]}`);
    await rm(folder, { recursive: true });
  });

  /** What the app reads of every table, in one order. */
  async function everything(url: string): Promise<Readonly<Record<string, readonly string[]>>> {
    const db = openDatabase(url);
    try {
      return Object.fromEntries(await Promise.all(Object.values(Prisma.ModelName).map((model) => readAll(db, model))));
    } finally {
      await db.close();
    }
  }
  async function readAll(db: Database, model: Prisma.ModelName): Promise<readonly [string, readonly string[]]> {
    const table = db.read[(model[0]?.toLowerCase() + model.slice(1)) as "user"];
    const rows = (await table.findMany()) as readonly object[];
    // A move makes the database another history; all else stays.
    const reported = rows.map((row) => ({ ...row, ...("generation" in row ? { generation: "" } : {}) }));
    return [
      model,
      reported.map((row) => JSON.stringify(row, (_, value) => (typeof value === "bigint" ? `${value}` : value))).sort(),
    ];
  }

  it("takes everything from SQLite to PostgreSQL, with a role that owns its database and nothing else", async () => {
    const [before, bytes] = [await everything(`file:${file}`), (await stat(file)).size];
    // What other tests have set is not ours: the secret is the one in the file.
    const { code, output } = await runCommand("admin", ["move", "--to", postgres], {
      DATABASE_URL: `file:${file}`,
      AUTH_SECRET: "",
    });
    expect({ code, output }).toMatchObject({ code: 0 });
    expect(output).toMatch(new RegExp(`^Attempt +${rowsEach} rows  [0-9a-f]{16}  the same in both$`, "m"));
    expect(output).toContain(`AUTH_SECRET_FILE=${join(folder, "auth-secret")}`);
    expect(output, "no password is printed").not.toContain("p%25w");
    const there = await everything(postgres);
    expect(Object.keys(there).length).toBeGreaterThan(25);
    for (const [model, rows] of Object.entries(before)) {
      expect(rows.length, model).toBeGreaterThanOrEqual(model === "Learner" ? learners : rowsEach);
      expect(there[model], model).toEqual(rows);
    }
    expect(await everything(`file:${file}`), "the source stays as it is").toEqual(before);
    expect((await stat(file)).size).toBe(bytes);
    const generations = [`file:${file}`, postgres].map(async (url) => {
      const db = openDatabase(url);
      const row = await db.read.installation.findUnique({ where: { id: 1 } }).finally(() => db.close());
      return row?.generation;
    });
    expect(new Set(await Promise.all(generations)).size, "devices send again what they hold").toBe(2);
  });

  it("does not touch a database that holds something, unless it is to replace that", async () => {
    await ask(`UPDATE "User" SET "name" = 'changed since'`, postgres);
    const refused = await run("admin", ["move", "--to", postgres]);
    expect(refused).toMatchObject({ code: 1, output: expect.stringContaining(`the work of ${learners} learners`) });
    expect((await ask(`SELECT DISTINCT "name" FROM "User"`, postgres)).rows).toEqual([{ name: "changed since" }]);
    expect(await run("admin", ["move", "--to", postgres, "--replace"])).toMatchObject({ code: 0 });
    expect((await everything(postgres)).User).toEqual((await everything(`file:${file}`)).User);
  });

  it("says of a target that there is none, and how to make it", async () => {
    const outcome = await run("admin", ["move", "--to", postgres.replace(/[^/]+$/, "nowhere")]);
    expect(outcome).toEqual({ code: 1, output: expect.stringMatching(/^[^\n]*in --to: create it[^\n]*\n$/) });
  });

  it("does not replace a database that is in use", async () => {
    const server = new Client({ connectionString: postgres });
    await server.connect();
    const outcome = await run("admin", ["move", "--to", postgres, "--replace"]);
    await server.end();
    expect(outcome).toMatchObject({ code: 1, output: expect.stringContaining("stop its servers") });
  });

  it("takes everything back to SQLite, into a file for its owner alone", async () => {
    const back = join(folder, "back", "mockdown.db");
    const environment = { DATABASE_URL: postgres, AUTH_SECRET: secret };
    const { code, output } = await run("admin", ["move", "--to", `file:${back}`], environment);
    expect({ code, output }).toMatchObject({ code: 0, output: expect.stringContaining("AUTH_SECRET as it is now") });
    expect(output).not.toContain(secret);
    expect(await everything(`file:${back}`)).toEqual(await everything(`file:${file}`));
    expect((await stat(back)).mode & 0o077).toBe(0);
    expect(await run("admin", ["move", "--to", `file:${back}`], environment)).toMatchObject({ code: 1 });
    expect(await run("admin", ["move", "--to", `file:${back}`, "--replace"], environment)).toMatchObject({ code: 0 });
  });

  it("leaves nothing behind when a row cannot be kept", async () => {
    const spoilt = join(folder, "spoilt.db");
    await copyFile(file, spoilt);
    const db = new Driver(spoilt);
    // The last table but one of all; PostgreSQL keeps no NUL in a text.
    db.prepare(`UPDATE "Thread" SET "votes" = ? WHERE rowid = 7`).run("a\0b");
    db.close();
    await ask(`TRUNCATE "Learner" CASCADE`, postgres);
    const outcome = await run("admin", ["move", "--to", postgres], { DATABASE_URL: `file:${spoilt}` });
    expect(outcome).toMatchObject({ code: 1, output: expect.stringContaining("Thread") });
    expect((await ask(`SELECT count(*)::int AS n FROM "Learner"`, postgres)).rows).toEqual([{ n: 0 }]);
  });

  it.each([
    ["mysql://host/x", "--to: must be file:"],
    ["file:./other.db", "backup"],
    ["postgresql://nobody:none@127.0.0.1:9/x", "cannot be reached"],
  ])("refuses %s in a sentence", async (to, words) => {
    const { code, output } = await run("admin", ["move", "--to", to]);
    expect({ code, output }).toMatchObject({ code: 1, output: expect.stringContaining(words) });
    expect(output).not.toContain("    at ");
  });
});
