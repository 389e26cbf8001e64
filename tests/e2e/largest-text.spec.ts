import type { Page } from "@playwright/test";
import { expect, test } from "./app-test.ts";

// Its domains have names such as "Data analysis and visualization".
test.use({ content: "content", viewport: { width: 320, height: 700 } });

const fits = async (page: Page, what: string) =>
  expect(await page.evaluate(() => document.documentElement.scrollWidth), what).toBeLessThanOrEqual(320);

test("on the narrowest phone, with the largest text, the names of domains push no page sideways", async ({ page }) => {
  await page.goto("/settings");
  await page.getByRole("radio", { name: "Larger" }).check();
  await page.getByRole("button", { name: "Save settings" }).click();
  await expect(page.getByText("Settings saved.")).toBeVisible();
  await page.goto("/exams/nca-genl");
  await fits(page, "the exam's page");
  await page.getByRole("button", { name: "Start mock exam" }).click();
  await page.getByRole("button", { name: "Begin exam" }).click();
  await page.getByRole("button", { name: "Finish" }).click();
  await page.getByRole("button", { name: "Submit exam" }).click();
  const sure = page.getByRole("dialog").getByRole("button", { name: "Submit exam" });
  await page.waitForURL(/\/result/, { timeout: 5000 }).catch(() => sure.click());
  await expect(page.getByRole("heading", { name: "Result" })).toBeVisible();
  await fits(page, "the result of a mock exam");
  await page.goto("/progress");
  await fits(page, "progress");
});
