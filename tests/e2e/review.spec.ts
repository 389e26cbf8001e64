import { expect, test } from "./app-test.ts";

test("what was missed comes back for review when it is due, closed until it is answered, without script", async ({
  browser,
  app,
}) => {
  test.skip(app.databaseUrl.startsWith("postgresql"), "the clock is the same on both databases");
  const context = await browser.newContext({ baseURL: app.url, javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto("/exams/sample");
  await page.getByRole("button", { name: "Start study" }).click();
  await page.getByRole("button", { name: "I don’t know" }).click();
  await expect(page.getByRole("heading", { name: "Incorrect" })).toBeVisible();
  await page.getByRole("link", { name: "Review", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Reviews due");
  await expect(page.getByText("Nothing is due.")).toBeVisible();

  const { default: Database } = await import("better-sqlite3");
  const db = new Database(app.databaseUrl.slice("file:".length));
  db.prepare("UPDATE Card SET dueAt = ?").run("2026-01-01T00:00:00.000+00:00");
  db.close();
  await page.reload();
  await expect(page.getByText("1 question is due.")).toBeVisible();
  await page.getByRole("button", { name: "Start review" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Question 1 of 1");
  await expect(page.getByRole("heading", { name: "Explanation" })).toHaveCount(0);
  await page.getByRole("button", { name: "I don’t know" }).click();
  await expect(page.getByRole("heading", { name: "Explanation" })).toBeVisible();
  await page.goto("/review");
  await expect(page.getByText("Nothing is due.")).toBeVisible();

  await page.goto("/exams/sample");
  await page.getByRole("searchbox", { name: "Search this exam" }).fill("SECRETS");
  await page.getByRole("button", { name: "Search", exact: true }).click();
  await expect(page.getByRole("status"), "of the one that is answered").toHaveText("1 question");
  await expect(page.getByRole("main").locator("mark").first()).toHaveText("secret");
  await page.getByRole("searchbox", { name: "Search questions" }).fill("nowhere to be found");
  await page.getByRole("button", { name: "Search", exact: true }).click();
  await expect(page.getByRole("status")).toContainText("Try fewer words");
  await expect(page.getByRole("link", { name: "See the exams" })).toBeVisible();
  await context.close();
});
