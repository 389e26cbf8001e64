import type { Page } from "@playwright/test";
import { expect, test } from "./app-test.ts";

test.use({ content: "content" });

const heading = (page: Page) => page.getByRole("heading", { level: 1 });

test("the header names the page that is open; on a phone its main links stand at the bottom", async ({ page }) => {
  await page.goto("/review");
  const main = page.getByRole("navigation", { name: "Main" });
  await expect(main.getByRole("link", { name: "Review" })).toHaveAttribute("aria-current", "page");
  await main.getByRole("link", { name: "Notes" }).click();
  await expect(main.getByRole("link", { name: "Notes" })).toHaveAttribute("aria-current", "page");
  await expect(main.locator("[aria-current]")).toHaveCount(1);
  await page.setViewportSize({ width: 390, height: 844 });
  const [bar, tabs] = [await page.getByRole("banner").boundingBox(), await main.boundingBox()];
  expect(bar?.height, "one row above").toBeLessThan(60);
  expect((tabs?.y ?? 0) + (tabs?.height ?? 0)).toBe(844);
});

test("a visitor gets one question to answer at once, then the exams, the tour last", async ({ page }) => {
  await page.goto("/");
  await expect(
    page
      .getByRole("region", { name: /^Try one now/ })
      .getByRole("radio")
      .first(),
  ).toBeVisible();
  const exams = page.getByRole("listitem").getByRole("heading", { level: 3 });
  await expect(exams).toHaveCount(2);
  await expect(exams.last()).toContainText(/tour/i);
});

test("tags are found by typing, each with a box that takes it back", async ({ page }) => {
  await page.goto("/exams/nca-genl");
  await expect(page.getByRole("checkbox"), "the fold is closed").toHaveCount(0);
  await page.getByText("Choose questions, length and timing").click();
  const matching = page.getByRole("status").filter({ hasText: "questions match" });
  await expect(matching).toBeVisible();
  const all = await matching.textContent();
  const tag = (await page.locator("#tag-list option").first().getAttribute("value")) ?? "";
  await page.getByRole("combobox", { name: "Tags" }).fill(tag);
  const box = page.getByRole("checkbox", { name: tag, exact: true });
  await expect(box).toBeChecked();
  await expect(matching).not.toHaveText(all ?? "");
  await box.click();
  await expect(box).toHaveCount(0);
  await expect(matching).toHaveText(all ?? "");
});

test("a field for a number says at once that something is none", async ({ page }) => {
  await page.goto("/exams/tour/questions/celsius-to-fahrenheit");
  const field = page.getByRole("textbox", { name: /^Answer/ });
  const words = page.getByText("This isn’t a number.");
  await expect(words).toBeHidden();
  await field.fill("abc");
  await expect(words).toBeVisible();
  await field.fill("1.5e3");
  await expect(words).toBeHidden();
});

test("an option that is ruled out is dimmed and crossed out, by its labelled button", async ({ page }) => {
  await page.goto("/exams/tour");
  await page.getByRole("button", { name: "Start study" }).click();
  await expect(heading(page)).toHaveText(/^Question 1 of/);
  while ((await page.getByRole("button", { name: "Rule out option A" }).count()) === 0) {
    const before = (await heading(page).textContent()) ?? "";
    await page.getByRole("button", { name: "Next" }).click();
    await expect(heading(page)).not.toHaveText(before);
  }
  const text = page.locator("#item [data-option] label > .prose").first();
  const look = () =>
    text.evaluate((element) => [getComputedStyle(element).color, getComputedStyle(element).textDecorationLine]);
  const [colour] = await look();
  await page.getByRole("button", { name: "Rule out option A" }).click();
  await expect.poll(async () => (await look())[1]).toBe("line-through");
  await expect.poll(async () => (await look())[0]).not.toBe(colour);
});

test("a result of 50 questions is printed on two pages", async ({ page }) => {
  await page.goto("/exams/nca-genl/mock");
  await page.getByRole("button", { name: "Begin exam" }).click();
  await page.getByRole("button", { name: "Finish" }).click();
  await page.getByRole("button", { name: "Submit exam" }).click();
  await expect(heading(page)).toHaveText("Result");
  const pagesOf = async () =>
    (await page.pdf({ format: "A4" })).toString("latin1").split(/\/Type\s*\/Page\b(?!s)/).length - 1;
  expect(await pagesOf()).toBeLessThanOrEqual(2);
  await page.getByRole("link", { name: "Show every question in full" }).click();
  await expect(page).toHaveURL(/full=1/);
  expect(await pagesOf(), "in full").toBeGreaterThan(10);
});
