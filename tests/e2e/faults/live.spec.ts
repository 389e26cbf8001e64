import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "pg";
import { startApp } from "../../support/app-server.ts";
import { person, write } from "../../support/browser-people.ts";
import { openGateway } from "../../support/gateway.ts";
import { isLong } from "../../support/run-length.ts";
import { longRun } from "../short-run.ts";
import { expect, fault, figure } from "./fault-test.ts";

const awayMs = isLong ? 70_000 : 6_000;

fault(
  "PostgreSQL is unreachable for a while: every open thread is notified of what was written in the meantime",
  longRun,
  async ({ browser, content, databaseKind }) => {
    fault.skip(databaseKind === "sqlite", "SQLite is a file");
    fault.setTimeout(240_000);
    const postgres = process.env.MOCKDOWN_TEST_POSTGRES ?? "";
    const gateway = await openGateway(postgres);
    const app = await startApp({ content, postgres: gateway.url });
    try {
      const author = await person(browser, app.url, "Author", "tallest-tree");
      await write(author, "Before the storm");
      const readers = await Promise.all(["One", "Two"].map((name) => person(browser, app.url, name, "tallest-tree")));
      for (const reader of readers) await expect(reader.getByText("Before the storm")).toBeVisible();
      gateway.goAway();
      await sleep(awayMs);
      await comment(postgres, new URL(app.databaseUrl).pathname.slice(1));
      await gateway.comeBack();
      const begin = performance.now();
      for (const reader of readers)
        await expect(reader.getByRole("button", { name: "1 new comment" })).toBeVisible({ timeout: 30_000 });
      figure("announced after", `${((performance.now() - begin) / 1000).toFixed(1)} s`);
      // What was said before is not announced again.
      for (const reader of readers) {
        await reader.getByRole("button", { name: "1 new comment" }).click();
        await expect(reader.getByText("During the storm")).toBeVisible();
      }
    } finally {
      await app.dispose();
      gateway.close();
    }
  },
);

fault(
  "a thread's first stream is refused: what was written since the page was made is announced later",
  longRun,
  async ({ browser, app }) => {
    const author = await person(browser, app.url, "Early Author", "tallest-tree");
    const reader = await person(browser, app.url, "Late Reader", "tallest-tree");
    let refused = 0;
    await reader.route(/\/events/, (route) =>
      refused++ === 0 ? route.fulfill({ status: 503, body: "" }) : route.continue(),
    );
    await reader.reload();
    await expect.poll(() => refused).toBe(1);
    await write(author, "Written while nobody listened");
    // The first one waits for the rendering thread to start.
    await expect(author.getByText("Written while nobody listened")).toBeVisible({ timeout: 30_000 });
    await expect(reader.getByRole("button", { name: "1 new comment" })).toBeVisible({ timeout: 30_000 });
    await Promise.all([author, reader].map((page) => page.context().close()));
  },
);

/** Another instance, whose way to the database is open, posts a comment: nobody here hears of it. */
async function comment(postgres: string, database: string): Promise<void> {
  const client = new Client({ connectionString: postgres.replace(/[^/]+$/, database) });
  await client.connect();
  await client.query(`
    INSERT INTO "Comment" ("id", "questionId", "revisionId", "authorId", "requestId", "rootId", "markdown", "html", "createdAt")
    SELECT 'during', "questionId", "revisionId", "authorId", 'during', 'during', 'During the storm', '<p>During the storm</p>',
      now() AT TIME ZONE 'UTC' FROM "Comment" LIMIT 1`);
  await client.end();
}
