import { chmod } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import type { AppServer } from "../../support/app-server.ts";
import { isLong } from "../../support/run-length.ts";
import { longRun, longRunOnPostgres } from "../short-run.ts";
import { heldIn, lockDatabase, sql } from "./database.ts";
import { expect, fault, onSave } from "./fault-test.ts";
import { forbidWrites, limitFiles } from "./refuse-writes.ts";
import { startExam } from "./sitting.ts";

fault("the server is killed between receipt and commit", longRunOnPostgres, async ({ page, app }) => {
  const sitting = await startExam(page, app);
  const unlock = await lockDatabase(app);
  await sitting.choose();
  await sleep(700);
  await app.kill();
  await unlock();
  expect((await heldIn(app, sitting.id)).entries).toBe(0);
  await sitting.shows("Not saved: will retry");
  await app.start();
  await sitting.verify();
  await sitting.submit();
});

fault("the server is killed between commit and reply", async ({ page, app }) => {
  const sitting = await startExam(page, app);
  await onSave(page, async (route, n) => {
    if (n > 0) return route.continue();
    await route.fetch();
    await app.kill();
    return route.abort("connectionreset");
  });
  await sitting.choose();
  await sitting.shows("Not saved: will retry");
  expect((await heldIn(app, sitting.id)).entries).toBeGreaterThan(0);
  await app.start();
  await sitting.verify();
});

fault("the server is killed inside the submission", longRun, async ({ page, app }) => {
  const sitting = await startExam(page, app);
  await sitting.choose();
  await sitting.shows("Saved");
  await page.goto(`${app.url}/attempts/${sitting.id}/review`);
  await sitting.shows("Saved");
  const unlock = await lockDatabase(app);
  await page.getByRole("button", { name: "Submit exam" }).click();
  await sleep(700);
  await app.kill();
  await unlock();
  expect((await heldIn(app, sitting.id)).finishedBy).toBeNull();
  await app.start();
  await sitting.verifyResult();
  expect((await heldIn(app, sitting.id)).finishedBy).toBe("learner");
});

fault("the server is shut down cleanly and started while answers are made", longRun, async ({ page, app }) => {
  const sitting = await startExam(page, app);
  await sitting.choose();
  process.kill(app.pid(), "SIGTERM");
  await sitting.choose(1);
  await sleep(1_000);
  await sitting.choose(2);
  await app.kill();
  await app.start();
  await sitting.verify();
});

for (const seconds of isLong ? [3, 10, 25] : [3, 10])
  fault(`the database is locked for ${seconds} seconds`, seconds === 3 ? {} : longRun, async ({ page, app }) => {
    const sitting = await startExam(page, app);
    const unlock = await lockDatabase(app);
    await sitting.choose();
    await sitting.shows("Saving…");
    await sleep(seconds * 1_000);
    expect((await heldIn(app, sitting.id)).entries).toBe(0);
    await unlock();
    await sitting.verify();
    await sitting.submit();
  });

fault("an unrelated transaction rolls back beside every save", longRun, async ({ page, app }) => {
  const sitting = await startExam(page, app);
  const rolling = (async () => {
    for (let n = 0; n < 20; n++) {
      const unlock = await lockDatabase(app);
      await sleep(20);
      await unlock();
      await sleep(30);
    }
  })();
  for (let n = 1; n < sitting.count; n++) {
    await sitting.choose(n);
    await sitting.next();
  }
  await rolling;
  await sitting.verify();
  await sitting.submit();
});

fault(
  "the program that reads the server's log ends: the server keeps running, and ends on a stop signal",
  longRun,
  async ({ page, app }) => {
    const sitting = await startExam(page, app);
    app.stopReading();
    // Of a page that cannot be made the server tells.
    await sql(app, 'ALTER TABLE "Exam" RENAME TO "Away"');
    for (let n = 0; n < 3; n++) expect((await fetch(`${app.url}/exams/unknown-${n}`)).status).toBe(500);
    await sql(app, 'ALTER TABLE "Away" RENAME TO "Exam"');
    await sitting.choose();
    await sitting.verify();
    await sitting.submit();
    process.kill(app.pid(), "SIGTERM");
    await app.ended();
    await app.start();
  },
);

fault("the disk is full, and space is freed", async ({ page, app }) => {
  fault.skip(!app.databaseUrl.startsWith("file:") || process.platform !== "linux", "the disk is PostgreSQL's own");
  const sitting = await startExam(page, app);
  await sitting.shows("Saved");
  await limitFiles(app.pid(), "1");
  await sitting.choose();
  await sitting.shows("Not saved: will retry");
  expect((await heldIn(app, sitting.id)).entries).toBe(0);
  await limitFiles(app.pid(), "unlimited");
  await sitting.verify();
  await sitting.submit();
});

fault("the database drops every connection", async ({ page, app }) => {
  fault.skip(app.databaseUrl.startsWith("file:"), "a file has no connections");
  const sitting = await startExam(page, app);
  await sitting.choose();
  await sql(
    app,
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()",
  );
  await sitting.choose(1);
  await sitting.verify();
  await sitting.submit();
});

fault("the database takes no writes for a while", longRunOnPostgres, async ({ page, app }) => {
  fault.skip(app.databaseUrl.startsWith("file:"), "a file that cannot be written is the fault of the full disk");
  const sitting = await startExam(page, app);
  const name = new URL(app.databaseUrl).pathname.slice(1);
  const cut =
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()";
  await sql(app, `ALTER DATABASE "${name}" SET default_transaction_read_only = on`);
  await sql(app, cut);
  await sitting.choose();
  await sitting.shows("Not saved: will retry");
  await sql(app, `BEGIN READ WRITE; ALTER DATABASE "${name}" RESET default_transaction_read_only; COMMIT`);
  await sql(app, cut);
  await sitting.verify();
});

fault(
  "the database is read-only at start: nothing is served, and one sentence says what to do",
  longRunOnPostgres,
  async ({ app }) => {
    fault.skip(process.platform !== "linux", "root writes to files that nobody may");
    const isFile = app.databaseUrl.startsWith("file:");
    await app.kill();
    const undo = await (isFile ? forbidWriting(app) : forbidWrites(app));
    try {
      const refusal = await app.setUp();
      expect(refusal).toMatch(
        isFile ? /cannot be written: give this user permission to write/ : /does not accept writes/,
      );
      expect(refusal.trim().split("\n")).toHaveLength(1);
    } finally {
      await undo();
    }
    expect(await app.setUp()).toBe("");
    await app.start();
  },
);

async function forbidWriting(app: AppServer): Promise<() => Promise<void>> {
  const files = ["", "-wal", "-shm"].map((ending) => app.databaseUrl.slice("file:".length) + ending);
  const setAll = (mode: number) => Promise.all(files.map((file) => chmod(file, mode)));
  await setAll(0o444);
  return async () => void (await setAll(0o644));
}
