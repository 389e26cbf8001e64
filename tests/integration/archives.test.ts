import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { chmod, copyFile, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Driver from "better-sqlite3";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { archiveName } from "#lib/db/archives";
import { commandsOn, integrityOf, notADatabase } from "../support/command-line.ts";
import { fillEveryTable } from "../support/fill-every-table.ts";

const hourMs = 3_600_000;

describe("backups in BACKUP_DIR", () => {
  let folder: string;
  let file: string;
  let BACKUP_DIR: string;
  const run = commandsOn(() => file);
  const backup = (...args: readonly string[]) => run("admin", ["backup", ...args], { BACKUP_DIR, BACKUP_KEEP: "2" });
  const archives = async () => (await readdir(BACKUP_DIR)).sort();
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "mockdown-archives-"));
    file = join(folder, "mockdown.db");
    BACKUP_DIR = join(folder, "backups");
    await copyFile(inject("sqliteTemplate"), file);
    const db = new Driver(file);
    fillEveryTable(db, 3);
    db.close();
    await writeFile(join(folder, "auth-secret"), `${"s".repeat(40)}\n`);
  });
  afterAll(() => rm(folder, { recursive: true }));

  it("hold database, secret and a note of the content, for their maker alone", async () => {
    expect(await backup()).toMatchObject({ code: 0 });
    const [name = "", ...others] = await archives();
    expect(others, "nothing is left beside it").toEqual([]);
    expect((await stat(join(BACKUP_DIR, name))).mode & 0o077).toBe(0);
    const place = join(folder, "unpacked");
    await mkdir(place);
    execFileSync("tar", ["-xzf", join(BACKUP_DIR, name), "-C", place]);
    expect((await readdir(place)).sort()).toEqual(["about.json", "auth-secret", "mockdown.db"]);
    expect(integrityOf(join(place, "mockdown.db"))).toBe("ok");
    expect(await readFile(join(place, "auth-secret"), "utf8")).toBe(`${"s".repeat(40)}\n`);
    expect(JSON.parse(await readFile(join(place, "about.json"), "utf8"))).toMatchObject({
      release: "0.1.0",
      content: {
        folder: "tests/fixtures/exam-bank",
        fingerprint: expect.stringContaining("BankState"),
        commit: expect.stringMatching(/^[0-9a-f]{40}$/),
      },
    });
  });

  it("are made once a day, and as many are kept as BACKUP_KEEP says", async () => {
    expect(await backup("--if-due")).toEqual({ code: 0, output: "" });
    await rm(BACKUP_DIR, { recursive: true });
    await mkdir(BACKUP_DIR);
    const old = [25, 49, 73].map((hours) =>
      archiveName({ at: new Date(Date.now() - hours * hourMs), of: "sqlite", before: null }),
    );
    const strange = "a file of somebody else.tar.gz";
    for (const name of [...old, strange]) await writeFile(join(BACKUP_DIR, name), "");
    expect(await backup("--if-due")).toMatchObject({ code: 0, output: expect.stringContaining("holds everything") });
    const [kept, made, ...others] = await archives().then((names) => names.filter((name) => name !== strange));
    expect({ kept, others }).toEqual({ kept: old[0], others: [] });
    expect(await archives()).toContain(strange);
    expect((await stat(join(BACKUP_DIR, made ?? ""))).size).toBeGreaterThan(1_000);
  });

  it("bring back database and secret on a new machine", async () => {
    const archive = join(BACKUP_DIR, (await archives()).filter((name) => name.startsWith("mockdown-")).at(-1) ?? "");
    const place = join(folder, "new", "mockdown.db");
    const restored = await run("admin", ["restore", archive], { DATABASE_URL: `file:${place}` });
    expect(restored).toMatchObject({ code: 0, output: expect.stringContaining("is the secret of the backup") });
    expect(restored.output).toMatch(/ was made on \d{4}-\S+ by release \d+\.\d+\.\d+, with the questions of /);
    expect(restored.output, "it names no file that is gone afterwards").toContain(`is restored from ${archive};`);
    expect(await readFile(join(folder, "new", "auth-secret"), "utf8")).toBe(`${"s".repeat(40)}\n`);
    const db = new Driver(place, { readonly: true });
    expect(db.prepare(`SELECT count(*) FROM "ItemEntry"`).pluck().get()).toBe(3);
    db.close();
  });

  it("are refused in one sentence when they are something else, and nothing is changed", async () => {
    const [damaged, foreign] = [join(folder, "damaged.tar.gz"), join(folder, "foreign.tar.gz")];
    await writeFile(damaged, notADatabase);
    execFileSync("tar", ["-czf", foreign, "-C", folder, "auth-secret"]);
    const before = await readFile(file);
    for (const [archive, problem] of [
      [damaged, "damaged.tar.gz cannot be unpacked"],
      [foreign, "not a Mockdown backup"],
      [join(folder, "none.tar.gz"), "there is no file"],
    ] as const) {
      const outcome = await run("admin", ["restore", archive, "--yes"]);
      expect(outcome).toEqual({ code: 1, output: expect.stringContaining(problem) });
      expect(outcome.output).toMatch(/^[^\n]*\n$/);
    }
    expect(await readFile(file)).toEqual(before);
  });

  it("are not made of a damaged database, and the sound ones stay", async () => {
    const damaged = join(folder, "damaged.db");
    await writeFile(damaged, notADatabase);
    const before = await archives();
    const outcome = await run("admin", ["backup"], { BACKUP_DIR, DATABASE_URL: `file:${damaged}` });
    expect(outcome).toMatchObject({ code: 1, output: expect.stringContaining("damaged") });
    expect(await archives()).toEqual(before);
  });

  it("of PostgreSQL say that its programs are missing where they are, and pass on what they refuse", async () => {
    const environment = { BACKUP_DIR, AUTH_SECRET: "s".repeat(40), DATABASE_URL: "postgresql://u:hush@127.0.0.1:9/x" };
    const without = await run("admin", ["backup"], { ...environment, PATH: "/nowhere" });
    expect(without).toMatchObject({ code: 1, output: expect.stringContaining("install the client programs") });
    const bin = join(folder, "bin");
    await mkdir(bin);
    await writeFile(
      join(bin, "pg_dump"),
      '#!/bin/sh\necho "refused $PGPASSWORD: $*" | sed s/hush/secret/ >&2; exit 1\n',
    );
    await chmod(join(bin, "pg_dump"), 0o755);
    const refused = await run("admin", ["backup"], { ...environment, PATH: `${bin}:${process.env.PATH}` });
    expect(refused).toMatchObject({
      code: 1,
      output: expect.stringMatching(/pg_dump refuses: refused secret: [^\n]*u@127/),
    });
    const mismatch = "pg_dump: error: aborting because of server version mismatch";
    const versions = "pg_dump: detail: server version: 18.4; pg_dump version: 15.18";
    await writeFile(join(bin, "pg_dump"), `#!/bin/sh\necho "${mismatch}\n${versions}" >&2; exit 1\n`);
    const older = await run("admin", ["backup"], { ...environment, PATH: `${bin}:${process.env.PATH}` });
    expect(older).toMatchObject({ code: 1, output: expect.stringMatching(/^The pg_dump .*postgresql-client-18/) });
    expect(
      (await archives()).filter((name) => name.startsWith(".")),
      "nothing is left behind",
    ).toEqual([]);
  });

  it("need a folder that is named", async () => {
    expect(await run("admin", ["backup"])).toMatchObject({
      code: 1,
      output: expect.stringContaining("set BACKUP_DIR"),
    });
    expect(existsSync(join(folder, "undefined"))).toBe(false);
  });
});
