import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runCommand } from "../support/command-line.ts";

/** What each command does is asked where it runs within the tests' own process; see runHere. */
describe("a command that is started as a program of its own", () => {
  let folder: string;
  const path = (name: string) => join(folder, name);
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "mockdown-started-"));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it.each([
    [() => ["set-up"], 0, /^9 added/m],
    [() => ["content", "sync"], 0, /^0 added, 0 revised, 9 unchanged/m],
    [() => ["content", "check", "--max-warnings", "x"], 1, /whole number/],
    [() => ["admin", "backup", path("backup.db")], 0, /holds everything up to now/],
    [() => ["admin", "backup"], 0, /holds everything up to now/],
    [() => ["admin", "doctor"], 0, /^ok +database file$/m],
    [() => ["admin", "restore", path("backup.db")], 0, /is restored/],
    [() => ["admin", "restore", path("none.db")], 1, /^there is no file [^\n]*\n$/],
    [() => ["set-up"], 0, /^$/],
  ] as const)("does its work and ends: case %#", async (args, code, said) => {
    const [program = "", ...rest] = args();
    const settings = { DATABASE_URL: `file:${path("mockdown.db")}`, BACKUP_DIR: path("backups") };
    expect(await runCommand(program, rest, settings)).toEqual({ code, output: expect.stringMatching(said) });
  });
});
