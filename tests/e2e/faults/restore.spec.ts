import { copyFile, rm } from "node:fs/promises";
import { Client } from "pg";
import type { AppServer } from "../../support/app-server.ts";
import { longRun } from "../short-run.ts";
import { heldIn } from "./database.ts";
import { expect, fault } from "./fault-test.ts";
import { heading, type Sitting, startExam } from "./sitting.ts";

fault.beforeEach(() => fault.setTimeout(240_000));

/** Three answers that the server acknowledges. */
async function answerThree(sitting: Sitting): Promise<void> {
  for (let n = 0; n < 3; n++) {
    await sitting.choose(n);
    await sitting.next();
  }
  await sitting.verify();
}

fault("a backup is restored while an exam is open: the answers made since arrive again", async ({ page, app }) => {
  const sitting = await startExam(page, app);
  await sitting.shows("Saved");
  const restore = await backUp(app);
  await answerThree(sitting);
  // By the time the server is up again, the page may have sent them.
  await restore();
  await expect.poll(async () => (await heldIn(app, sitting.id)).answers.size, { timeout: 60_000 }).toBe(3);
  await sitting.verify();
  await sitting.submit();
});

fault(
  "a backup is restored and the exam opened again: the answers made since arrive again",
  longRun,
  async ({ page, app }) => {
    const sitting = await startExam(page, app);
    await sitting.shows("Saved");
    const restore = await backUp(app);
    await answerThree(sitting);
    await page.goto("about:blank");
    await restore();
    let letGo = () => {};
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    await page.route(/\/answers$/, async (route) => {
      if (route.request().method() === "PUT") await held;
      await route.continue();
    });
    await sitting.open(1);
    // What is to be sent again is not saved until the server has said so.
    await sitting.shows("Not saved: will retry");
    letGo();
    await sitting.verify();
    await sitting.submit();
  },
);

fault(
  "a backup from before the submission is restored: the exam runs again, with every answer",
  longRun,
  async ({ page, app }) => {
    const sitting = await startExam(page, app);
    await sitting.shows("Saved");
    const restore = await backUp(app);
    await answerThree(sitting);
    await sitting.submit();
    await restore();
    expect((await heldIn(app, sitting.id)).finishedBy).toBeNull();
    await sitting.open(1);
    await sitting.verify();
    await sitting.submit();
  },
);

fault(
  "a backup from before the attempt began is restored, a guest's, too: the page says so, and can take the answers away",
  longRun,
  async ({ page, app }) => {
    const restore = await backUp(app);
    const sitting = await startExam(page, app);
    await answerThree(sitting);
    await restore();
    await sitting.shows("Not saved: will retry");
    await expect(page.getByText("restored from a backup made before this attempt")).toBeVisible();
    await page.goto(`${app.url}/attempts/${sitting.id}/1`);
    await expect(heading(page)).toHaveText("Not found");
    const download = page.waitForEvent("download");
    await page.getByRole("link", { name: "Download what is stored here" }).click();
    const text = await (await (await download).createReadStream()).toArray();
    const { entries } = JSON.parse(Buffer.concat(text).toString()) as { entries: { field: string }[] };
    expect(entries.filter(({ field }) => field === "answer")).toHaveLength(3);
  },
);

/** Takes a copy of the database; the function returned puts it back while the server is stopped, and starts it. */
async function backUp(app: AppServer): Promise<() => Promise<void>> {
  if (!app.databaseUrl.startsWith("file:")) return backUpPostgres(app);
  const file = app.databaseUrl.slice("file:".length);
  await app.kill();
  // Opened and closed by itself, the file alone is the database.
  const { default: Sqlite } = await import("better-sqlite3");
  const db = new Sqlite(file);
  db.pragma("wal_checkpoint(TRUNCATE)");
  db.close();
  await copyFile(file, `${file}.backup`);
  await app.start();
  return async () => {
    await app.kill();
    for (const end of ["-wal", "-shm"]) await rm(file + end, { force: true });
    await copyFile(`${file}.backup`, file);
    await app.start();
  };
}

async function backUpPostgres(app: AppServer): Promise<() => Promise<void>> {
  const name = new URL(app.databaseUrl).pathname.slice(1);
  const copy = async (from: string, to: string) => {
    await app.kill();
    const client = new Client({ connectionString: app.databaseUrl.replace(/[^/]+$/, "postgres") });
    await client.connect();
    await client.query(`DROP DATABASE IF EXISTS "${to}" WITH (FORCE)`);
    await client.query(`CREATE DATABASE "${to}" TEMPLATE "${from}"`);
    await client.end();
    await app.start();
  };
  await copy(name, `${name}_backup`);
  return () => copy(`${name}_backup`, name);
}
