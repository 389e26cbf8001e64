import { execFile } from "node:child_process";
import { copyFile, readdir, readFile, rm } from "node:fs/promises";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import type { Page } from "@playwright/test";
import { Client } from "pg";
import { serverArguments } from "../../../lib/cli/server-arguments.mjs";
import { type AppServer, startApp } from "../../support/app-server.ts";
import { runCommand } from "../../support/command-line.ts";
import { freePort } from "../../support/free-port.ts";
import { longRun } from "../short-run.ts";
import { expect, fault, figure } from "./fault-test.ts";
import { makeNextRelease } from "./next-release.ts";
import { heading, startExam } from "./sitting.ts";
import { type Load, lostFrom, startLoad } from "./write-load.ts";

const execute = promisify(execFile);

/** A server of this file's own: an operator stops it, kills it, and changes its files. */
let app: AppServer;
let postgres: string | undefined;

fault.beforeAll(async ({ content, databaseKind }) => {
  postgres = databaseKind === "postgresql" ? process.env.MOCKDOWN_TEST_POSTGRES : undefined;
  app = await startApp({ content, ...(postgres ? { postgres } : {}) });
});

fault.beforeEach(async () => {
  fault.setTimeout(120_000);
  if (app.pid() === 0) await app.start();
});

fault.afterAll(() => app.dispose());

const file = () => app.databaseUrl.slice("file:".length);
const admin = (args: readonly string[], databaseUrl = app.databaseUrl) =>
  runCommand("admin", args, { DATABASE_URL: databaseUrl });
const onlySqlite = () => fault.skip(postgres !== undefined, "PostgreSQL has tools of its own");

async function answerMany(page: Page): Promise<{ readonly id: string; readonly load: Load }> {
  const { id } = await startExam(page, app);
  const load = await startLoad(page, app, id);
  await expect.poll(() => load.acknowledged.size, { timeout: 30_000 }).toBeGreaterThan(300);
  return { id, load };
}

async function stop(): Promise<void> {
  process.kill(app.pid(), "SIGTERM");
  expect(await app.ended()).toBe(0);
}

/** Starts a server where `bringIn` puts a database, and holds it to what was acknowledged; then the exam is submitted there. */
async function expectWhole(
  page: Page,
  content: string,
  kept: { readonly id: string; readonly acknowledged: Load["acknowledged"] },
  bringIn: (place: string) => Promise<unknown>,
): Promise<void> {
  const other = await startApp({ content, bringIn, ...(postgres ? { postgres } : {}) });
  try {
    const lost = await lostFrom(other, kept.id, kept.acknowledged);
    figure("acknowledged", `${kept.acknowledged.size} answers, lost ${lost.length}`);
    expect(lost).toEqual([]);
    await page.goto(`${other.url}/attempts/${kept.id}/review`);
    await page.getByRole("button", { name: "Submit exam" }).click();
    await expect(heading(page)).toHaveText("Result", { timeout: 30_000 });
  } finally {
    await other.dispose();
  }
}

async function contents(): Promise<Record<string, string>> {
  const names = (await readdir(app.folder)).filter((name) => name.startsWith("mockdown.db"));
  const bytes = await Promise.all(names.map((name) => readFile(join(app.folder, name), "base64")));
  return Object.fromEntries(names.map((name, index) => [name, bytes[index] ?? ""]));
}

fault(
  "a backup is taken under load, restored into an empty place, and started there",
  longRun,
  async ({ page, content }) => {
    onlySqlite();
    const { id, load } = await answerMany(page);
    const acknowledged = new Map(load.acknowledged);
    const backup = join(app.folder, "under-load.db");
    expect(await admin(["backup", backup])).toMatchObject({ code: 0 });
    await load.stop();
    await expectWhole(page, content, { id, acknowledged }, async (place) =>
      expect(await admin(["restore", backup], `file:${place}`)).toMatchObject({ code: 0 }),
    );
  },
);

fault(
  "the server is stopped under load, and the database alone is copied and started elsewhere",
  longRun,
  async ({ page, content }) => {
    const { id, load } = await answerMany(page);
    await stop();
    await load.stop();
    const { acknowledged } = load;
    if (postgres) return expectWhole(page, content, { id, acknowledged }, copyInPostgres);
    const besides = (await readdir(app.folder)).filter((name) => /-(wal|shm)$/.test(name));
    expect(besides).toEqual([]);
    await expectWhole(page, content, { id, acknowledged }, (place) => copyFile(file(), place));
  },
);

async function copyInPostgres(name: string): Promise<void> {
  const client = new Client({ connectionString: postgres });
  await client.connect();
  const source = new URL(app.databaseUrl).pathname.slice(1);
  await client.query(`CREATE DATABASE ${name} TEMPLATE ${source}`).finally(() => client.end());
}

fault("an upgrade is undone with the copy that was made before its migration", longRun, async ({ page, content }) => {
  onlySqlite();
  const { id, load } = await answerMany(page);
  await stop();
  await load.stop();
  const former = join(app.folder, "former.db");
  await copyFile(file(), former);
  const next = await makeNextRelease();
  try {
    const settings = { DATABASE_URL: app.databaseUrl, CONTENT_DIR: resolve(content) };
    expect(await runCommand("set-up", [], settings, next.folder)).toMatchObject({ code: 0 });
    expect(await app.setUp()).toContain("opened by a newer release");
    await expectWhole(page, content, { id, acknowledged: load.acknowledged }, async (place) =>
      expect(await admin(["restore", `${file()}.before-${next.migration}`], `file:${place}`)).toMatchObject({
        code: 0,
      }),
    );
  } finally {
    await copyFile(former, file());
    await next.remove();
  }
});

fault(
  "the database is replaced by a backup, beside the write-ahead log of a killed server",
  longRun,
  async ({ page }) => {
    onlySqlite();
    const { id, load } = await answerMany(page);
    const acknowledged = new Map(load.acknowledged);
    const backup = join(app.folder, "by-hand.db");
    expect(await admin(["backup", backup])).toMatchObject({ code: 0 });
    await app.kill();
    await load.stop();
    await copyFile(backup, file());
    const before = await contents();
    expect(Object.keys(before)).toContain("mockdown.db-wal");
    expect(await app.setUp()).toMatch(/-wal does not belong to the database .* move .*-wal and .*-shm away/);
    expect(await contents()).toEqual(before);
    for (const ending of ["-wal", "-shm"]) await rm(file() + ending);
    expect(await app.setUp()).toBe("");
    await app.start();
    expect(await lostFrom(app, id, acknowledged)).toEqual([]);
  },
);

fault("the database is replaced by an older file: refused until the loss is accepted", async ({ page }) => {
  onlySqlite();
  const backup = join(app.folder, "older.db");
  expect(await admin(["backup", backup])).toMatchObject({ code: 0 });
  await startExam(page, app);
  await page.goto("about:blank");
  await stop();
  await copyFile(backup, file());
  const before = await contents();
  expect(await app.setUp()).toMatch(/has lost attempts: .*--accept-loss/);
  expect(await contents()).toEqual(before);
  const accepted = await runCommand("set-up", ["--accept-loss"], { DATABASE_URL: app.databaseUrl });
  expect(accepted).toMatchObject({ code: 0 });
  await app.start();
});

fault(
  "a second server is started on the same database: it refuses, and the first keeps running",
  longRun,
  async ({ page, content }) => {
    fault.skip(postgres !== undefined, "PostgreSQL has many");
    const sitting = await startExam(page, app);
    const refusal = /^Another Mockdown server uses the database .*: stop it first/m;
    expect(await app.setUp()).toMatch(refusal);
    const port = await freePort();
    const env = {
      ...process.env,
      NODE_ENV: "production" as const,
      DATABASE_URL: app.databaseUrl,
      CONTENT_DIR: content,
    };
    const second = execute(process.execPath, serverArguments(), { env: { ...env, PORT: String(port) } });
    await expect(second).rejects.toMatchObject({ code: 1, stderr: expect.stringMatching(refusal) });
    await sitting.choose();
    await sitting.verify();
    await sitting.submit();
  },
);
