import { rename } from "node:fs/promises";
import type { APIResponse, Page } from "@playwright/test";
import type { AppServer } from "../../support/app-server.ts";
import { heldIn, lockDatabase, sql } from "./database.ts";
import { expect, fault, figure } from "./fault-test.ts";
import { refuseWrites } from "./refuse-writes.ts";
import { startExam } from "./sitting.ts";

/** Sends a change as a device does; each call another one. */
function sendSave(page: Page, app: AppServer, attemptId: string, version: number): Promise<APIResponse> {
  const value = version % 2 === 0;
  const madeAt = new Date().toISOString();
  const entry = { position: 1, field: "flag", version, value, madeAt, elapsedMs: 1 };
  return page.request.put(`${app.url}/api/attempts/${attemptId}/answers`, {
    data: { clientId: "client-of-this-test", entries: [entry] },
    headers: { Origin: app.url },
    timeout: 60_000,
  });
}

async function healthOf(app: AppServer): Promise<number> {
  return (await fetch(`${app.url}/api/health/ready`)).status;
}

/** Seconds until ready says 503. */
async function secondsToUnready(app: AppServer): Promise<string> {
  const start = performance.now();
  await expect.poll(() => healthOf(app), { timeout: 20_000, intervals: [100] }).toBe(503);
  return `${((performance.now() - start) / 1000).toFixed(1)} s`;
}

const linesOf = (app: AppServer, event: string) =>
  app
    .log()
    .split("\n")
    .filter((line) => line.includes(`"${event}"`));

fault("the database takes no writes: each save says so, and what was answered is kept", async ({ page, app }) => {
  fault.skip(process.platform !== "linux", "a full disk is made with prlimit");
  const sitting = await startExam(page, app);
  await sitting.shows("Saved");
  const before = app.log().length;
  const allow = await refuseWrites(app);
  try {
    figure("from the cause to 503 of /api/health/ready", `${await secondsToUnready(app)} (at most 5)`);
    expect((await fetch(`${app.url}/api/health/live`)).status).toBe(200);
    for (let version = 1; version <= 5; version++) {
      const response = await sendSave(page, app, sitting.id, version);
      expect(response.status()).toBe(503);
      expect(Number(response.headers()["retry-after"])).toBeGreaterThan(0);
      expect(await response.json()).toMatchObject({ error: { code: "saving-fails" } });
    }
    await sitting.choose();
    await sitting.shows("Not saved: will retry");
    const other = await page.context().newPage();
    await other.goto(`${app.url}/exams/sample`);
    await other.getByRole("button", { name: "Start mock exam" }).click();
    await other.getByRole("button", { name: "Begin exam" }).click();
    await expect(other.getByRole("alert").filter({ hasText: "The exam wasn’t started" })).toBeVisible();
    await other.close();
    const lines = linesOf(app, "saving-refused");
    expect(new Set(lines.map((line) => JSON.parse(line).cause)).size).toBe(lines.length);
    expect(app.log().slice(before)).not.toMatch(/^\s+at /m);
  } finally {
    await allow();
  }
  await expect.poll(() => healthOf(app), { timeout: 20_000 }).toBe(200);
  await sitting.verify();
  await sitting.submit();
});

fault("the file of the database is moved away while the server runs, and put back", async ({ page, app }) => {
  fault.skip(!app.databaseUrl.startsWith("file:"), "PostgreSQL keeps its files to itself");
  const sitting = await startExam(page, app);
  await sitting.shows("Saved");
  const file = app.databaseUrl.slice("file:".length);
  await rename(file, `${file}.away`);
  const unready = await secondsToUnready(app);
  const saving = performance.now();
  expect((await sendSave(page, app, sitting.id, 1)).status()).toBe(503);
  const refused = ((performance.now() - saving) / 1000).toFixed(1);
  figure("from the cause to 503", `${unready} of /api/health/ready (at most 2), ${refused} s of the next save`);
  await sitting.choose();
  await sitting.shows("Not saved: will retry");
  await rename(`${file}.away`, file);
  await sitting.verify();
  await sitting.submit();
});

fault("the database is locked for 75 seconds: each waiting save gets its reply in turn", async ({ page, app }) => {
  fault.setTimeout(180_000);
  const sitting = await startExam(page, app);
  await sitting.shows("Saved");
  const unlock = await lockDatabase(app);
  const lockedAt = performance.now();
  // Far enough apart that the replies cannot change places on their way.
  const heard: number[] = [];
  const waits: number[] = [];
  try {
    while (performance.now() - lockedAt < 75_000) {
      const round = Array.from({ length: 10 }, async (_, n) => {
        await new Promise((resolve) => setTimeout(resolve, 400 * n));
        const begin = performance.now();
        const response = await sendSave(page, app, sitting.id, heard.length + n + 1);
        waits.push(performance.now() - begin);
        expect(response.status()).toBe(503);
        heard.push(n);
      });
      await Promise.all(round);
    }
  } finally {
    await unlock();
  }
  const longest = Math.max(...waits) / 1000;
  figure("the longest of the waits", `${longest.toFixed(1)} s of ${waits.length} (at most 10)`);
  expect(heard.slice(0, 10)).toEqual([...heard.slice(0, 10)].sort((a, b) => a - b));
  expect((await sendSave(page, app, sitting.id, 10_000)).status()).toBe(200);
  // Of those that were refused none was kept.
  const kept = await sql(
    app,
    `SELECT "version" FROM "ItemEntry" WHERE "clientId" = 'client-of-this-test' AND "attemptId" = ?`,
    sitting.id,
  );
  expect(kept.map((row) => Number(row.version))).toEqual([10_000]);
  expect((await heldIn(app, sitting.id)).finishedBy).toBeNull();
});
