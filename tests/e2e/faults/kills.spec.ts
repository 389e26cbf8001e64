import type { AppServer } from "../../support/app-server.ts";
import { isLong } from "../../support/run-length.ts";
import { heldIn, sql } from "./database.ts";
import { expect, fault, figure } from "./fault-test.ts";
import { type Sitting, startExam } from "./sitting.ts";

fault.use({ hooks: true });

/** Kills the server at every statement of what `act` makes it write; short: at some of them. Returns how many. */
async function atEachStatement(app: AppServer, act: (n: number) => Promise<void>, verify: () => Promise<void>) {
  let kills = 0;
  for (let n = 1; n < 60; n += isLong ? 1 : 3) {
    await app.dieAt({ before: n });
    await act(n);
    // What is interrupted by the death is looked at again after it.
    const isVerified = verify().then(
      () => false,
      () => app.ended().then(() => true),
    );
    const hasDied = await Promise.race([app.ended().then(() => true), isVerified]);
    if (!hasDied) break;
    kills++;
    await app.start();
    await verify();
  }
  await app.dieAt(null);
  return kills;
}

fault("the server is killed at each statement of saving an answer", async ({ page, app }) => {
  fault.setTimeout(180_000);
  const sitting = await startExam(page, app);
  await sitting.shows("Saved");
  const verify = async () => {
    await expect.poll(async () => (await heldIn(app, sitting.id)).answers.get(1)).toBe(sitting.chosen.get(1));
    await sitting.verify();
  };
  const kills = await atEachStatement(app, (n) => sitting.choose(n), verify);
  figure("kills", String(kills));
  expect(kills).toBeGreaterThan(1);
  await sitting.submit();
});

fault(
  "the server is killed at each statement of submitting: it is done completely or not at all",
  async ({ app, browser }) => {
    fault.setTimeout(240_000);
    const context = await browser.newContext();
    let sitting: Sitting;
    const kills = await atEachStatement(
      app,
      async () => {
        const page = await context.newPage();
        await app.dieAt(null);
        sitting = await startExam(page, app);
        await sitting.choose();
        await sitting.shows("Saved");
        await page.goto(`${app.url}/attempts/${sitting.id}/review`);
        await sitting.shows("Saved");
        await app.dieAt({ before: kill });
        kill += isLong ? 1 : 3;
        await page.getByRole("button", { name: "Submit exam" }).click();
      },
      async () => {
        await expectWhole(app, sitting.id);
        await sitting.verifyResult();
      },
    );
    figure("kills", String(kills));
    expect(kills).toBeGreaterThan(1);
    await context.close();
  },
);

fault("the database is locked at COMMIT for longer than any save waits", async ({ page, app }) => {
  fault.setTimeout(120_000);
  const sitting = await startExam(page, app);
  await sitting.choose();
  await sitting.shows("Saved");
  const unlock = await lockCommits(app);
  await sitting.choose(1);
  await sitting.shows("Not saved: will retry");
  await sitting.choose(2);
  // Longer than the server tries, and than the page waits for a reply.
  await page.waitForTimeout(25_000);
  await sitting.shows("Not saved: will retry");
  await unlock();
  await sitting.verify();
  // What a busy COMMIT leaves open would take later answers with it, acknowledged as they are.
  await app.kill();
  await app.start();
  await sitting.verify();
  await sitting.submit();
});

/** SQLite: COMMIT fails as a lock makes it fail. PostgreSQL: it waits for a standby that does not answer. */
async function lockCommits(app: AppServer): Promise<() => Promise<void>> {
  if (app.databaseUrl.startsWith("file:")) {
    await app.dieAt({ commit: "busy", times: 1_000_000 });
    return () => app.dieAt(null);
  }
  const name = new URL(app.databaseUrl).pathname.slice(1);
  const newConnections =
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()";
  await sql(app, `ALTER DATABASE "${name}" SET synchronous_commit = on`);
  await sql(app, newConnections);
  await sql(app, "ALTER SYSTEM SET synchronous_standby_names = 'nobody'");
  await sql(app, "SELECT pg_reload_conf()");
  return async () => {
    await sql(app, "ALTER SYSTEM RESET synchronous_standby_names");
    await sql(app, "SELECT pg_reload_conf()");
    await sql(app, `ALTER DATABASE "${name}" RESET synchronous_commit`);
  };
}

fault("the disk hangs for 20 seconds in the middle of a COMMIT", async ({ page, app }) => {
  fault.setTimeout(120_000);
  const sitting = await startExam(page, app);
  await sitting.shows("Saved");
  await app.dieAt({ commit: "hang", ms: 20_000 });
  await sitting.choose();
  await sitting.shows("Not saved: will retry");
  await sitting.verify();
  // A matching question takes several changes; none of them is there twice.
  const versions = await sql(
    app,
    'SELECT "version" FROM "ItemEntry" WHERE "attemptId" = ? AND "field" = \'answer\'',
    sitting.id,
  );
  expect(new Set(versions.map((row) => row.version)).size).toBe(versions.length);
  await app.dieAt(null);
  await sitting.submit();
});

let kill = 1;

/** A finish is one: ended, graded and scored, or nothing of it. */
async function expectWhole(app: AppServer, id: string): Promise<void> {
  // One statement: between two the server may commit.
  const items = await sql(
    app,
    'SELECT a."finishedAt", a."score", i."committedAt" FROM "Attempt" a JOIN "AttemptItem" i ON i."attemptId" = a."id" WHERE a."id" = ?',
    id,
  );
  expect(items.length).toBeGreaterThan(0);
  const isFinished = items[0]?.finishedAt != null;
  for (const { score, committedAt } of items)
    expect([score != null, committedAt != null]).toEqual([isFinished, isFinished]);
}
