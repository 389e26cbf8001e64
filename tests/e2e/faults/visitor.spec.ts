import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startApp } from "../../support/app-server.ts";
import { longRun } from "../short-run.ts";
import { sql } from "./database.ts";
import { expect, fault, onSave } from "./fault-test.ts";
import { heading, startExam } from "./sitting.ts";

fault(
  "a page cannot be rendered: the answers wait, and trying again continues the exam",
  longRun,
  async ({ page, app }) => {
    const sitting = await startExam(page, app);
    const letGo = await onSave(page, (route) => route.abort("failed"));
    await sitting.choose();
    await sitting.shows("Not saved: will retry");
    await sql(app, 'ALTER TABLE "AttemptItem" RENAME TO "Away"');
    await page.getByRole("button", { name: "Finish" }).click();
    await expect(heading(page)).toHaveText("This page can’t be shown");
    await letGo();
    await sql(app, 'ALTER TABLE "Away" RENAME TO "AttemptItem"');
    await page.getByRole("button", { name: "Try again" }).click();
    await expect(heading(page)).toHaveText("Check your answers");
    await sitting.verify();
    await sitting.submit();
  },
);

fault(
  "one question is edited and another retired during an exam: the exam stays as it was drawn",
  longRun,
  async ({ page, content }) => {
    const folder = await mkdtemp(join(tmpdir(), "mockdown-edited-"));
    await cp(content, folder, { recursive: true });
    const own = await startApp({ content });
    try {
      const sitting = await startExam(page, own);
      await sitting.choose();
      await sitting.shows("Saved");
      const stem = await page.locator("#item .prose").first().textContent();
      for (const name of ["tallest-tree", "longest-river", "steep-hills"]) {
        const file = join(folder, "sample", `${name}.md`);
        await writeFile(file, (await readFile(file, "utf8")).replace(/\?\n/, " now?\n"));
      }
      await rm(join(folder, "sample", "deepest-lake.md"));
      await own.sync(folder);
      await page.reload();
      await expect(page.locator("#item .prose").first()).toHaveText(stem ?? "");
      for (let n = 2; n <= sitting.count; n++) {
        await sitting.open(n);
        await sitting.choose(n);
      }
      await sitting.verify();
      await sitting.submit();
    } finally {
      await own.dispose();
      await rm(folder, { recursive: true });
    }
  },
);

fault("a guest's cookie is lost, and comes back", longRun, async ({ page, app, context }) => {
  const sitting = await startExam(page, app);
  await sitting.shows("Saved");
  const cookies = await context.cookies();
  await context.clearCookies();
  await sitting.choose();
  await sitting.shows("Not saved: will retry");
  await expect(page.getByText("its cookie is gone")).toBeVisible();
  await context.addCookies(cookies);
  await sitting.verify();
  await sitting.submit();
});

fault(
  "the session ends during an exam: after signing in in another tab, the page goes on and its queue is kept",
  async ({ page, app, context }) => {
    const email = `faults-${Date.now()}@example.org`;
    await page.goto(`${app.url}/sign-up`);
    await page.getByRole("textbox", { name: "Display name" }).fill("Learner");
    await page.getByRole("textbox", { name: "Email" }).fill(email);
    await page.getByLabel("Password").fill("a long password");
    await page.getByRole("button", { name: "Create account" }).click();
    await page.waitForURL(`${app.url}/`);
    const sitting = await startExam(page, app);
    await sitting.shows("Saved");
    await sql(app, 'DELETE FROM "Session"');
    await sitting.choose();
    await sitting.shows("Not saved: will retry");
    await expect(page.getByText("You’re signed out.")).toBeVisible();
    const [other] = await Promise.all([
      context.waitForEvent("page"),
      page.getByRole("link", { name: "Open a new tab to sign in" }).click(),
    ]);
    await other.getByRole("textbox", { name: "Email" }).fill(email);
    await other.getByLabel("Password").fill("a long password");
    await other.getByRole("main").getByRole("button", { name: "Sign in" }).click();
    await other.waitForURL(`${app.url}/`);
    await sitting.verify();
    await sitting.submit();
  },
);

fault(
  "a guest creates an account during an exam: the attempt and its queue move to it",
  longRun,
  async ({ page, app, context }) => {
    const sitting = await startExam(page, app);
    await sitting.choose();
    await sitting.shows("Saved");
    const other = await context.newPage();
    await other.goto(`${app.url}/sign-up`);
    await other.getByRole("textbox", { name: "Display name" }).fill("Learner");
    await other.getByRole("textbox", { name: "Email" }).fill(`guest-${Date.now()}@example.org`);
    await other.getByLabel("Password").fill("a long password");
    await other.getByRole("button", { name: "Create account" }).click();
    await other.waitForURL(`${app.url}/`);
    await sitting.choose(1);
    await sitting.verify();
    await sitting.submit();
  },
);

fault("another server answers when an answer is checked: the request is repeated", longRun, async ({ page, app }) => {
  const sitting = await startExam(page, app, "Start study");
  await sitting.choose();
  await sitting.shows("Saved");
  const answers = [
    { status: 404, body: "Not Found" },
    { status: 200, json: { state: "checked" } },
  ];
  await page.route(/\/items\/1\/check$/, (route) => {
    const answer = answers.shift();
    return answer === undefined ? route.continue() : route.fulfill(answer);
  });
  await page.getByRole("button", { name: "I don’t know" }).click();
  await expect(page.getByRole("heading", { name: "Incorrect" })).toBeVisible({ timeout: 15_000 });
  expect(answers).toEqual([]);
});

fault("somebody requests another learner's attempt, to read and to write", async ({ page, app, browser }) => {
  const sitting = await startExam(page, app);
  await sitting.choose();
  await sitting.shows("Saved");
  const stranger = await browser.newContext();
  const other = await stranger.newPage();
  await startExam(other, app);
  const url = `${app.url}/api/attempts/${sitting.id}/answers`;
  const entry = { position: 1, field: "flag", version: 9, value: true, madeAt: new Date().toISOString(), elapsedMs: 1 };
  const put = await other.request.put(url, {
    data: { clientId: "stranger1", entries: [entry] },
    headers: { Origin: app.url },
  });
  expect(put.status()).toBe(404);
  expect((await other.request.get(url)).status()).toBe(404);
  expect((await other.request.get(`${app.url}/attempts/${sitting.id}/1`)).status()).toBe(404);
  await sitting.verify();
  await stranger.close();
});
