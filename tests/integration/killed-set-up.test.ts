import { execFile } from "node:child_process";
import { cp, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { promisify } from "node:util";
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { DatabaseTooNew } from "#lib/db/database-too-new";
import { lookInto } from "#lib/db/look-into";
import { migrate, pendingMigrations } from "#lib/db/migrate";
import { commandArguments } from "../../lib/cli/command-arguments.mjs";
import { runHere } from "../support/command-line.ts";
import { isLong } from "../support/run-length.ts";

const execute = promisify(execFile);
/** In the short run some of the moments of death, in the long run all. */
const step = isLong ? 1 : 120;
/** Room that the disk has for each file, in KiB. */
const rooms = isLong ? [64, 512, 1_024] : [512];
const AUTH_SECRET = "a secret of tests that is long enough for anything";
const earlierRelease = "20261123013415_initial";
let folder: string;
let earlier: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "mockdown-killed-"));
  earlier = join(folder, "migrations");
  for (const provider of ["sqlite", "postgresql"]) {
    for (const name of [earlierRelease, "migration_lock.toml"])
      await cp(join("prisma/migrations", provider, name), join(earlier, provider, name), { recursive: true });
  }
});

afterAll(() => rm(folder, { recursive: true }));

/** What `npm start` does before it serves: how it ended, and what it said. */
async function setUp(url: string, order: object | null, largestFile?: number) {
  const orderFile = join(folder, "kill");
  await writeFile(orderFile, order === null ? "" : JSON.stringify(order));
  const env = {
    ...process.env,
    DATABASE_URL: url,
    BASE_URL: "",
    CONTENT_DIR: "tests/fixtures/exam-bank",
    AUTH_SECRET,
    NODE_OPTIONS: "--import=./tests/support/kill-switch.mjs",
    MOCKDOWN_TEST_KILL: orderFile,
  };
  const args = [process.execPath, ...(await commandArguments("set-up"))];
  const [program = "", ...rest] = largestFile === undefined ? args : ["prlimit", `--fsize=${largestFile}`, ...args];
  return execute(program, rest, { env }).then(
    () => ({ signal: null, said: "" }),
    (error: { readonly signal: string | null; readonly stderr: string }) => ({
      signal: error.signal,
      said: error.stderr,
    }),
  );
}

/** The next start, which nothing stops. */
async function finish(url: string): Promise<void> {
  expect(await runHere("set-up", [], { DATABASE_URL: url, AUTH_SECRET })).toMatchObject({ code: 0 });
  expect(await releaseOf(url)).toBe("new");
}

/** Old or new, as the notes of migrations say and the tables show; what was there before must be there still. */
async function releaseOf(url: string): Promise<"old" | "new"> {
  return lookInto(url, async (ask) => {
    const people = await ask(`SELECT "id" FROM "Learner" WHERE "id" = 'witness'`);
    expect(people).toHaveLength(1);
    const noted = await ask(
      `SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND migration_name > '${earlierRelease}'`,
    );
    const isThere = await ask(`SELECT count(*) FROM "Card"`).then(
      () => true,
      () => false,
    );
    expect(isThere, "the notes and the tables agree").toBe(noted.length > 0);
    return isThere ? "new" : "old";
  });
}

for (const provider of ["SQLite", "PostgreSQL"] as const)
  describe(`an upgrade on ${provider}`, () => {
    it("that is killed at any statement leaves the old state or the new one, and the next start finishes it", async () => {
      let kills = 0;
      for (let n = 1; ; n += step) {
        const url = await madeByEarlierRelease(provider, n);
        const { signal, said } = await setUp(url, { any: n });
        if (signal === null) {
          expect(said).toBe("");
          expect(await releaseOf(url)).toBe("new");
          break;
        }
        kills++;
        await releaseOf(url);
        await finish(url);
      }
      expect(kills).toBeGreaterThan(1);
    }, 600_000);

    it("beside a start of the release before leaves the new state, and the older one is refused or was first", async () => {
      const url = provider === "SQLite" ? `file:${join(folder, "both.db")}` : await emptyPostgres("both");
      const older = () => migrate(url, { folder: relative(process.cwd(), earlier) });
      const [newer, former] = await Promise.allSettled([setUp(url, null), older()]);
      expect(newer).toMatchObject({ value: { signal: null, said: "" } });
      if (former.status === "rejected") expect(former.reason).toBeInstanceOf(DatabaseTooNew);
      await expect(older()).rejects.toBeInstanceOf(DatabaseTooNew);
      expect(await pendingMigrations(url)).toEqual([]);
    }, 120_000);
  });

it.runIf(process.platform === "linux")(
  "an upgrade on a disk that is full says so in a sentence and leaves the old state or the new one",
  async () => {
    for (const kibibytes of rooms) {
      const url = await madeByEarlierRelease("SQLite", `full-${kibibytes}`);
      const { signal, said } = await setUp(url, null, kibibytes * 1_024);
      expect(signal).toBeNull();
      if (said !== "") expect(said).toMatch(/^[^\n]*(full|room)[^\n]*\n$/);
      await releaseOf(url);
      await finish(url);
    }
  },
  240_000,
);

async function madeByEarlierRelease(provider: "SQLite" | "PostgreSQL", n: number | string): Promise<string> {
  const url = provider === "SQLite" ? `file:${join(folder, `${n}.db`)}` : await emptyPostgres(n);
  await migrate(url, { folder: relative(process.cwd(), earlier) });
  await lookInto(url, (ask) =>
    ask(`INSERT INTO "Learner" ("id", "createdAt", "settings") VALUES ('witness', CURRENT_TIMESTAMP, '{}')`),
  );
  return url;
}

async function emptyPostgres(n: number | string): Promise<string> {
  const address = inject("postgresAddress");
  const name = `killed_${process.pid}_${n}`;
  const client = new Client({ connectionString: address });
  await client.connect();
  await client.query(`CREATE DATABASE ${name}`).finally(() => client.end());
  return address.replace(/postgres$/, name);
}
