import { expect, test } from "./app-test.ts";

test("progress counts first answers by domain and is honest about how little they say, without script", async ({
  browser,
  app,
}) => {
  const context = await browser.newContext({ baseURL: app.url, javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto("/progress");
  await expect(page.getByText("Nothing to show yet.")).toBeVisible();
  await page.goto("/exams/sample");
  await page.getByRole("button", { name: "Start study" }).click();
  await page.getByRole("button", { name: "I don’t know" }).click();
  await expect(page.getByRole("heading", { name: "Incorrect" })).toBeVisible();
  await page.goto("/exams/sample");
  await expect(page.getByRole("region", { name: "In progress" })).toContainText("Continue study");
  await page.getByRole("link", { name: "Progress and readiness" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Progress");
  await expect(
    page.getByText("Readiness is estimated from 30 first answers, and this set has fewer questions."),
  ).toBeVisible();
  await expect(page.getByRole("table", { name: "First answers by domain" })).toContainText(/1 of \d+\s*0%/);
  await expect(page.getByRole("region", { name: "Your attempts" })).toContainText("Continue study");
  await context.close();
});
