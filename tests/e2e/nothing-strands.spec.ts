import type { Locator, Page } from "@playwright/test";
import { openDatabase } from "#lib/db/database";
import { person, write } from "../support/browser-people.ts";
import { expect, test } from "./app-test.ts";

test("a session that ends while somebody edits or votes leads to signing in and back, with the text kept", async ({
  browser,
  app,
}) => {
  const email = `ends-${Date.now()}@example.org`;
  const other = await person(browser, app.url, "Stays", "tallest-tree");
  await write(other, "Of somebody else");
  await expect(said(other, "Of somebody else")).toBeVisible();
  const page = await person(browser, app.url, "Ends", "tallest-tree", { email });
  await write(page, "As it was");
  await said(page, "As it was").getByRole("button", { name: "Edit" }).click();
  const text = page.locator("form:has([name=edited]) textarea");
  await text.fill("As it should be");
  await endSessions(app.databaseUrl, email);
  await page.getByRole("button", { name: "Save" }).click();
  await signIn(page, email);
  await expect(text).toHaveValue("As it should be");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(said(page, "As it should be")).toBeVisible();

  await endSessions(app.databaseUrl, email);
  const upvote = said(page, "Of somebody else").getByRole("button", { name: "Upvote" });
  await upvote.click();
  await signIn(page, email);
  await expect(page).toHaveURL(/\/exams\/sample\/questions\/tallest-tree/);
  await upvote.click();
  await expect(upvote).toHaveAttribute("aria-pressed", "true");
  await Promise.all([page, other].map((each) => each.context().close()));
});

test("without script, too, a comment that is sent after the session ended comes back once its writer has signed in", async ({
  browser,
  app,
}) => {
  const email = `plain-${Date.now()}@example.org`;
  const page = await person(browser, app.url, "Plain", "tallest-tree", { email, javaScriptEnabled: false });
  const text = page.getByRole("textbox", { name: "Comment" });
  const choice = page.getByRole("combobox", { name: "Selected answer" });
  for (const button of ["Preview", "Post comment"]) {
    await text.fill("Written by hand");
    await choice.selectOption("B");
    await endSessions(app.databaseUrl, email);
    await page.getByRole("button", { name: button }).click();
    await signIn(page, email);
    await expect(page).toHaveURL(/\/exams\/sample\/questions\/tallest-tree/);
    await expect(text).toHaveValue("Written by hand");
    await expect(choice.locator(":checked")).toHaveText("B");
  }
  await page.getByRole("button", { name: "Post comment" }).click();
  await expect(said(page, "Written by hand")).toBeVisible();
  await page.reload();
  await expect(text).toHaveValue("");
  await page.context().close();
});

test("a start that waits for the server says so, and goes on by itself", async ({ page }) => {
  await page.clock.install();
  await page.goto("/exams/sample/mock");
  let answer = () => {};
  const held = new Promise<void>((resolve) => {
    answer = resolve;
  });
  await page.route("**/exams/sample/mock", async (route) => {
    if (route.request().method() === "POST") await held;
    await route.continue();
  });
  const begin = page.getByRole("button", { name: "Begin exam" });
  await begin.click();
  await expect(begin).toHaveAttribute("aria-disabled", "true");
  await page.clock.fastForward(4_000);
  await expect(page.getByRole("status").filter({ hasText: "Still waiting for the server." })).toBeVisible();
  answer();
  await expect(page).toHaveURL(/\/attempts\/[^/]+\/1$/);
});

test("the time spent on a question is kept when its page is left and when its tab is closed", async ({
  page: first,
  context,
}) => {
  await first.clock.install();
  await first.goto("/exams/sample/mock");
  await first.getByRole("button", { name: "Begin exam" }).click();
  await expect(first.getByRole("status")).toHaveText("Saved");
  const question = first.url();
  await first.clock.fastForward(15_000);
  await first.goto("/exams/sample");
  await first.goto(question);
  await expect(first.getByRole("status")).toHaveText("Saved");
  await first.clock.fastForward(20_000);
  const closed = first.waitForEvent("close");
  await first.close({ runBeforeUnload: true });
  await closed;
  const page = await context.newPage();
  await page.goto(question);
  await page.getByRole("button", { name: "Finish" }).click();
  await page.getByRole("button", { name: "Submit exam" }).click();
  const pace = await page.getByRole("link", { name: /^1 / }).textContent();
  expect(Number(/(\d+) s$/.exec(pace ?? "")?.[1])).toBeGreaterThanOrEqual(35);
});

function said(page: Page, text: string): Locator {
  return page.getByRole("article").filter({ has: page.getByText(text, { exact: true }) });
}

async function signIn(page: Page, email: string): Promise<void> {
  await page.getByRole("textbox", { name: "Email" }).fill(email);
  await page.getByLabel("Password").fill("a long password");
  await page.getByRole("button", { name: "Sign in" }).click();
}

/** Ends every session of an account, as an administrator or another device of theirs does. */
async function endSessions(databaseUrl: string, email: string): Promise<void> {
  const db = openDatabase(databaseUrl);
  await db.write((tx) => tx.session.deleteMany({ where: { user: { email } } })).finally(() => db.close());
}
