import type { Page } from "@playwright/test";
import { expect, test } from "./app-test.ts";

const question = "/exams/sample/questions/tallest-tree";

async function signUp(page: Page, name: string): Promise<void> {
  await page.goto("/sign-up");
  await page.getByRole("textbox", { name: "Display name" }).fill(name);
  await page.getByRole("textbox", { name: "Email" }).fill(`${name.toLowerCase()}-${Date.now()}@example.org`);
  await page.getByLabel("Password").fill("a long password");
  await page.getByRole("button", { name: "Create account" }).click();
  await expect(page.getByRole("link", { name: `Account of ${name}` })).toBeVisible();
}

test("an edit goes from a learner without script to an author, who downloads its patch", async ({ browser, app }) => {
  const plain = await browser.newContext({ baseURL: app.url, javaScriptEnabled: false });
  const page = await plain.newPage();
  await signUp(page, "Suggester");
  expect((await page.goto(`${question}/suggest`))?.status(), "before the answer").toBe(404);
  await expect(page.getByRole("heading", { level: 1, name: "Suggest an edit" })).toBeVisible();
  await expect(page.getByText("This page opens once you’ve answered the question.")).toBeVisible();
  const missing = (path: string) => page.request.get(path).then((reply) => reply.text());
  expect(await missing("/exams/sample/questions/none/suggest"), "of no question").not.toContain("once you’ve answered");
  for (const hidden of ["comments/none", "revisions/1", "revisions/2"])
    expect(await missing(`${question}/${hidden}`), "whether there is anything or not").toContain(
      "once you’ve answered",
    );
  await page.getByRole("link", { name: "Go to the question" }).click();
  await page.getByRole("radio").first().check();
  await page.getByRole("button", { name: "Check answer" }).click();
  await page.getByRole("link", { name: "Suggest an edit" }).click();

  const correct = (letter: string) => page.getByRole("checkbox", { name: new RegExp(`^Correct ?: Option ${letter}$`) });
  const explanation = page.getByRole("textbox", { name: "Explanation" });
  const before = await explanation.inputValue();
  const first = page.getByRole("textbox", { name: "Option A", exact: true });
  await first.fill(`${await first.inputValue()} indeed`);
  await correct("A").setChecked(false);
  for (const letter of ["B", "C", "D"]) await correct(letter).setChecked(false);
  await page.getByRole("button", { name: "Check", exact: true }).click();
  await expect(page.getByText("Fix the problems below first.")).toBeVisible();
  await expect(first, "what was written stays").toHaveValue(/ indeed$/);
  await correct("A").setChecked(true);
  const remove = page.getByRole("checkbox", { name: /^Remove this option ?: Option A$/ });
  await remove.check();
  await explanation.fill(`${before}\nOption A it is.`);
  await page.getByRole("button", { name: "Check", exact: true }).click();
  await expect(page.getByText(/names option A, which would be removed/).first()).toBeVisible();
  await expect(remove, "what was ticked stays").toBeChecked();
  await remove.uncheck();
  await explanation.fill(`${before}\nOption A it is.`);
  await page.getByRole("textbox", { name: "Why" }).fill("The list of 2026 says so.");
  await page.getByRole("button", { name: "Check", exact: true }).click();
  await expect(page.getByText("This edit can be sent.")).toBeVisible();
  await expect(page.getByRole("region", { name: "What changes" })).toContainText(/\+Option \{[A-D]\} it is\./);
  await page.getByRole("button", { name: "Send suggestion" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Thank you." })).toBeVisible();
  await expect(page.getByText("Edit the text below."), "nothing is below").toHaveCount(0);
  await plain.close();

  const scripted = await browser.newContext({ baseURL: app.url });
  const authorPage = await scripted.newPage();
  await signUp(authorPage, "Reviewer");
  const { default: Database } = await import("better-sqlite3");
  const db = new Database(app.databaseUrl.slice("file:".length));
  db.prepare("UPDATE User SET role = 'author' WHERE name = 'Reviewer'").run();
  db.close();
  await authorPage.goto("/authoring");
  await authorPage.getByRole("link", { name: "Suggested edits" }).click();
  // Other tests on this server suggest edits of the question, too.
  const cards = authorPage.getByRole("article", { name: "sample/tallest-tree" });
  const card = cards.filter({ hasText: "The list of 2026 says so." });
  await expect(card).toBeVisible();
  await card.getByRole("button", { name: "Decline" }).click();
  await expect(card.getByText("Say why you’re declining it.")).toBeVisible();
  await card.getByRole("button", { name: "Accept" }).click();
  await expect(card.getByText("Accepted")).toBeVisible();
  await expect(card.getByText(/^git am -3 .*suggestion-[0-9a-f]{8}\.patch$/), "what to do next").toBeVisible();
  const [download] = await Promise.all([
    authorPage.waitForEvent("download"),
    card.getByRole("link", { name: "Download the patch" }).click(),
  ]);
  const { readFile } = await import("node:fs/promises");
  expect(await readFile(await download.path(), "utf8")).toMatch(/^diff --git a\/\S*sample\/tallest-tree\.md /m);
  await scripted.close();
});
