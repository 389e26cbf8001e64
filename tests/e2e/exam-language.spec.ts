import { expect, test } from "./app-test.ts";

test.use({ content: "tests/fixtures/german-bank", locale: "en-GB" });

test("the words around German questions are in the reader’s language, or in German where they want it", async ({
  page,
}) => {
  await page.goto("/exams/sample");
  await expect(page.getByRole("heading", { level: 1 })).toHaveAttribute("lang", "de");
  await page.getByRole("button", { name: "Start study" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Question 1 of 1");
  await expect(page.locator(".stem [lang=de]")).toContainText("Wie viele Quellen");

  await page.goto("/settings");
  await page.getByRole("radio", { name: "In the exam’s language" }).check();
  await page.getByRole("button", { name: "Save settings" }).click();
  await expect(page.getByRole("status")).toHaveText("Settings saved.");
  await page.goto("/exams/sample/mock");
  await page.getByRole("button", { name: "Begin exam" }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "en-GB");
  await expect(page.locator("[lang=de] h1")).toHaveText("Frage 1 von 1");
  await expect(page.getByRole("status")).toHaveText("Gespeichert");
  await page.getByRole("button", { name: "Beenden" }).click();
  await expect(page.locator("[lang=de] h1")).toHaveText("Antworten prüfen");
  await page.getByRole("button", { name: "Prüfung abgeben" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Result");
});

test("a German reader is asked what 1.200 means, with script and without", async ({ browser, app }) => {
  for (const javaScriptEnabled of [true, false]) {
    const page = await (await browser.newContext({ baseURL: app.url, locale: "de-DE", javaScriptEnabled })).newPage();
    await page.goto("/exams/sample/questions/springs");
    const check = page.getByRole("button", { name: "Antwort prüfen" });
    await page.getByRole("textbox", { name: "Antwort" }).fill("1.200");
    await check.click();
    await expect(page.getByText("Geben Sie 1200 oder 1,2 ein.")).toBeVisible();
    await page.getByRole("textbox", { name: "Antwort" }).fill("1200");
    await check.click();
    await expect(page.getByRole("heading", { name: "Richtig" })).toBeVisible();
    await page.context().close();
  }
});
