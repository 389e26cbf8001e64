import type { Page } from "@playwright/test";
import { expect, test } from "./app-test.ts";

test.use({ content: "tests/fixtures/cloze-bank" });

const right: Readonly<Record<string, readonly string[]>> = { boats: ["sail", "wind", "left"], fish: ["trout"] };
const blank = (page: Page, number: number) => page.getByRole("combobox", { name: `Blank ${number}` });
const saved = (page: Page) => expect(page.getByRole("status").filter({ hasText: "Saved" }).first()).toBeAttached();

async function isAbout(page: Page, name: string): Promise<boolean> {
  return (await page.locator("#stem").textContent())?.includes(name) ?? false;
}

test("blanks are chosen from by keyboard, kept over a reload, checked whole, and shown with their key", async ({
  page,
}) => {
  await page.goto("/exams/blanks/questions/boats");
  await expect(page.getByRole("group", { name: /Complete the text about boats/ })).toBeVisible();
  await page.goto("/exams/blanks");
  await page.getByRole("button", { name: "Start study" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Question 1 of 2");
  if (!(await isAbout(page, "boats"))) await page.getByRole("button", { name: "Next" }).click();
  await expect(page.locator("#stem")).toContainText("boats");
  await blank(page, 1).focus();
  await page.keyboard.type("sail");
  await page.keyboard.press("Tab");
  await expect(blank(page, 2)).toBeFocused();
  await blank(page, 2).selectOption("fuel");
  await saved(page);
  await page.reload();
  await expect(blank(page, 1)).toHaveValue(/.+/);
  await page.getByRole("button", { name: "Check answer" }).click();
  await expect(page.getByText("Choose an option for every blank.")).toBeVisible();
  await blank(page, 3).selectOption("left");
  await page.getByRole("button", { name: "Check answer" }).click();
  await expect(page.getByRole("heading", { name: /^Partly correct/ })).toBeVisible();
  await expect(blank(page, 1)).toBeDisabled();
  const parts = page.getByRole("group").getByRole("listitem");
  await expect(parts).toHaveText([
    "Blank 1✓ Correct answerYour answer: sail",
    "Blank 2✕ Your answer: fuelCorrect answer: wind",
    "Blank 3✓ Correct answerYour answer: left",
  ]);
});

test("an answer with blanks that another tab gives shows here, and an exam counts it", async ({ page, context }) => {
  await page.goto("/exams/blanks");
  await page.getByRole("button", { name: "Start mock exam" }).click();
  await page.getByRole("button", { name: "Begin exam" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Question 1 of 2");
  const name = (await isAbout(page, "boats")) ? "boats" : "fish";
  const other = await context.newPage();
  await other.goto(page.url());
  for (const [i, text] of (right[name] ?? []).entries()) await blank(other, i + 1).selectOption(text);
  await saved(other);
  const given = await blank(other, 1).inputValue();
  await expect(blank(page, 1)).toHaveValue(given);
  await page.getByRole("button", { name: "Finish" }).click();
  await page.getByRole("button", { name: "Submit exam" }).click();
  await expect(page.getByText(/50\s*%/).first()).toBeVisible();
});

test.describe("without script, on a phone", () => {
  test.use({ javaScriptEnabled: false, viewport: { width: 320, height: 640 } });

  test("blanks are native lists within the text, and the form does everything", async ({ page }) => {
    await page.goto("/exams/blanks");
    await page.getByRole("button", { name: "Start study" }).click();
    if (!(await isAbout(page, "boats"))) await page.getByRole("button", { name: "Next" }).click();
    await blank(page, 1).selectOption("motor");
    await page.getByRole("button", { name: "Check answer" }).click();
    await expect(page.getByText("Choose an option for every blank.")).toBeVisible();
    await expect(blank(page, 1).locator("option:checked")).toHaveText("motor");
    for (const [i, text] of (right.boats ?? []).entries()) await blank(page, i + 1).selectOption(text);
    await page.getByRole("button", { name: "Check answer" }).click();
    await expect(page.getByRole("heading", { name: /^Correct/ })).toBeVisible();
    const text = await page.locator(".cloze").evaluate((element) => [element.clientWidth, element.scrollWidth]);
    expect(text[1]).toBeLessThanOrEqual(text[0] ?? 0);
  });
});
