import type { Page } from "@playwright/test";
import { expect, test } from "./app-test.ts";

async function answerSomething(page: Page): Promise<string> {
  const option = page.locator('input[name="option"]').first();
  if (!(await option.isVisible().catch(() => false))) return "";
  const saved = page.waitForResponse((response) => response.url().includes("/answers") && response.ok());
  await option.check();
  await saved;
  await expect(page.getByRole("status")).toHaveText("Saved");
  return (await option.getAttribute("value")) ?? "";
}

test("a new user takes a mock exam through a crash of the server, reads the result and joins the discussion", async ({
  page,
  app,
}) => {
  await page.goto("/");
  await page.getByRole("link", { name: "Sample exam" }).click();
  await page.getByRole("button", { name: "Start mock exam" }).click();
  await page.getByRole("button", { name: "Begin exam" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Question 1 of 6");
  await expect(page.getByRole("timer")).toBeVisible();

  const chosen = new Map<number, string>();
  for (let position = 1; position <= 3; position++) {
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(`Question ${position} of 6`);
    chosen.set(position, await answerSomething(page));
    await page.getByRole("button", { name: "Next" }).click();
  }
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Question 4 of 6");
  await page.reload();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Question 4 of 6");

  await app.kill();
  await app.start();
  await page.reload();
  for (const [position, option] of chosen) {
    await page.goto(page.url().replace(/\d+$/, String(position)));
    if (option !== "") await expect(page.locator(`input[value="${option}"]`)).toBeChecked();
  }

  await page.getByRole("button", { name: "Finish" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Check your answers");
  await page.getByRole("button", { name: "Submit exam" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Result");
  await expect(page.getByText(/^(Pass|Not passed)$/)).toBeVisible();
  // The header above was drawn while the exam was running.
  expect(await page.getByRole("banner").getByText("Exam in progress").count()).toBe(0);

  const rows = page.getByRole("region", { name: "Questions" }).getByRole("listitem");
  await rows
    .getByRole("link", { name: /sample/ })
    .nth(1)
    .click();
  await expect(page).toHaveURL(/item=\d+#question$/);
  await expect(page.getByRole("region", { name: /^Question \d$/ })).toBeFocused();
  await page.getByRole("link", { name: "Open this question" }).first().click();
  await expect(page.getByRole("heading", { name: "Discussion" })).toBeVisible();
  const questionPage = page.url();
  await page.getByRole("main").getByRole("link", { name: "Sign in" }).click();
  await page.getByRole("main").getByRole("link", { name: "Sign up" }).click();
  await page.getByRole("textbox", { name: "Display name" }).fill("New learner");
  await page.getByRole("textbox", { name: "Email" }).fill(`learner-${Date.now()}@example.org`);
  await page.getByLabel("Password").fill("a long password");
  await page.getByRole("button", { name: "Create account" }).click();

  await expect(page).toHaveURL(questionPage);
  await page.getByRole("textbox", { name: "Comment" }).fill("I read it **differently**.");
  await page.getByRole("button", { name: "Post comment" }).click();
  const comment = page.getByRole("article", { name: "New learner" });
  await expect(comment.locator("strong")).toHaveText("differently");
  await expect(comment.locator("time")).toHaveText(/^(now|\d+ seconds? ago)$/);
  await comment.getByRole("button", { name: "Delete" }).click();
  await expect(comment).toHaveCount(0);
});

test("study shows the explanation only after an answer is checked, in the letters the learner saw", async ({
  page,
}) => {
  await page.goto("/exams/sample/questions/tallest-tree");
  await expect(page.getByRole("heading", { name: "Explanation" })).toHaveCount(0);
  const letters = new Map<string, string>();
  for (const name of ["Sample oak", "Sample fir", "Sample ash", "Sample elm"]) {
    const option = page.locator("[data-option]").filter({ has: page.getByRole("radio", { name }) });
    letters.set(name, (await option.textContent())?.[0] ?? "");
  }
  await page.getByRole("radio", { name: "Sample ash" }).check();
  await page.getByRole("button", { name: "Check answer" }).click();
  await expect(page.getByRole("heading", { name: "Incorrect" })).toBeFocused();
  const [first, second] = [letters.get("Sample oak"), letters.get("Sample fir")].sort();
  await expect(page.getByText(`${first} and ${second} were listed first in the file.`)).toBeVisible();
  await expect(page.locator("li").filter({ hasText: "Sample fir" }).getByText("Correct answer")).toBeVisible();
  await expect(page.locator("li").filter({ hasText: "Sample ash" }).getByText("Your answer")).toBeVisible();
});

test("at the deadline the attempt is submitted with what was saved", async ({ page, app }) => {
  test.skip(app.databaseUrl.startsWith("postgresql"), "the clock is the same on both databases");
  await page.goto("/exams/sample");
  await page.getByRole("button", { name: "Start mock exam" }).click();
  await page.getByRole("button", { name: "Begin exam" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Question 1 of 6");
  await answerSomething(page);
  const attempt = new URL(page.url()).pathname.split("/")[2];
  const { default: Database } = await import("better-sqlite3");
  const db = new Database(app.databaseUrl.slice("file:".length));
  db.prepare("UPDATE Attempt SET deadlineAt = ? WHERE id = ?").run("2026-01-01T00:00:00.000+00:00", attempt);
  db.close();
  await page.goto(`/attempts/${attempt}/2`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Result");
  await expect(page.getByText("Submitted when time was up.")).toBeVisible();
});
