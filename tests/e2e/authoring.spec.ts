import { expect, test } from "./app-test.ts";

test("item statistics are there for a moderator, sortable without script, and for nobody else", async ({
  browser,
  app,
}) => {
  test.skip(app.databaseUrl.startsWith("postgresql"), "what is shown does not depend on the database");
  const context = await browser.newContext({ baseURL: app.url, javaScriptEnabled: false });
  const page = await context.newPage();
  expect((await page.goto("/authoring"))?.status()).toBe(404);
  await page.goto("/sign-up");
  await page.getByRole("textbox", { name: "Display name" }).fill("Author");
  await page.getByRole("textbox", { name: "Email" }).fill(`author-${Date.now()}@example.org`);
  await page.getByLabel("Password").fill("a long password");
  await page.getByRole("button", { name: "Create account" }).click();
  expect((await page.goto("/authoring"))?.status()).toBe(404);

  const { default: Database } = await import("better-sqlite3");
  const db = new Database(app.databaseUrl.slice("file:".length));
  db.prepare("UPDATE User SET role = 'moderator' WHERE name = 'Author'").run();
  db.close();
  await page.goto("/moderation");
  await page.getByRole("link", { name: "Item statistics" }).click();
  const table = page.getByRole("table", { name: "Sample exam" });
  await expect(table.getByRole("row")).toHaveCount(10);
  const first = table.getByRole("rowheader").first();
  await expect(table.getByRole("columnheader", { name: "To check" })).toHaveAttribute("aria-sort", "descending");
  const byName = table.getByRole("columnheader").getByRole("link", { name: "Question" });
  await byName.click();
  await expect(first).toContainText("count-springs");
  await byName.click();
  await expect(first).toContainText("widest-field");
  await expect(table.getByRole("columnheader", { name: "Question" })).toHaveAttribute("aria-sort", "descending");
  await expect(table.getByText("fewer than 30 answers").first()).toBeVisible();
  await page.getByRole("searchbox", { name: "Name or text" }).fill("called the TALLEST");
  await page.getByRole("button", { name: "Filter" }).click();
  await expect(page.getByText("1 of 9 questions")).toBeVisible();
  await expect(first).toContainText("tallest-tree");
  await byName.click();
  await expect(table.getByRole("row")).toHaveCount(2);
  await context.close();
});
