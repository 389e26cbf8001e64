import type { Page } from "@playwright/test";
import { person, write } from "../support/browser-people.ts";
import { expect, test } from "./app-test.ts";
import { browserArguments } from "./browser-arguments.ts";

// The reader's own letters, as their browser's settings have them: twice as large as usual.
test.use({
  launchOptions: async ({ launchOptions }, use) => {
    await use({ ...launchOptions, args: [...browserArguments, "--blink-settings=defaultFontSize=32"] });
  },
});

test("with letters twice as large, no page of a phone is pushed sideways", async ({ browser, app }) => {
  test.setTimeout(240_000);
  const phone = { viewport: { width: 390, height: 844 }, administers: app.databaseUrl };
  const page = await person(browser, app.url, "Lara", "tallest-tree", phone);
  await write(page, "Said in large letters");
  await expect(page.getByRole("article")).toBeVisible();
  const other = await person(browser, app.url, "Reports", "tallest-tree");
  await other.getByRole("button", { name: "Report" }).first().click();
  await other.getByRole("button", { name: "Send report" }).click();
  await expect(other.getByText("Thank you")).toBeVisible();
  await other.context().close();
  await expectToFit(page, "the thread");
  await page.goto("/exams/sample/mock");
  await expectToFit(page, "the rules");
  await page.getByRole("button", { name: "Begin exam" }).click();
  await expect(page.getByRole("timer")).toBeVisible();
  for (let number = 1; ; number++) {
    const heading = page.getByRole("heading", { level: 1, name: new RegExp(`^Question ${number} of`) });
    await expect(heading).toBeVisible();
    await expectToFit(page, `question ${number} of a mock exam, ${await page.locator(".prose").first().textContent()}`);
    if ((await heading.textContent())?.endsWith(`${number} of ${number}`)) break;
    await page.getByRole("button", { name: "Next" }).click();
  }
  await page.getByRole("button", { name: "Finish" }).click();
  await expectToFit(page, "check your answers");
  await page.getByRole("button", { name: "Submit exam" }).click();
  const sure = page.getByRole("dialog").getByRole("button", { name: "Submit exam" });
  await page.waitForURL(/\/result/).catch(() => sure.click());
  await expect(page.getByRole("heading", { name: "Result" })).toBeVisible();
  await expectToFit(page, "the result of a mock exam");
  await page.goto("/exams/sample");
  await page.getByRole("button", { name: "Start study" }).click();
  await answerOne(page);
  await expectToFit(page, "a checked answer");
  for (const path of [
    "/",
    "/exams/sample",
    "/progress",
    "/plan",
    "/review",
    "/notes",
    "/settings",
    "/account",
    "/notifications",
    "/search?q=tree",
    "/authoring",
    "/authoring?q=tree",
    "/authoring/suggestions",
    "/moderation",
    "/roles",
    "/invitations",
    "/exams/sample/questions/tallest-tree/suggest",
    "/help",
  ]) {
    await page.goto(path);
    await expectToFit(page, path);
  }
  await page.context().close();
});

async function answerOne(page: Page): Promise<void> {
  await page.getByRole("button", { name: "I don’t know" }).click();
  await expect(page.getByRole("heading", { name: "Incorrect" })).toBeVisible();
}

async function expectToFit(page: Page, name: string): Promise<void> {
  for (const width of [390, 320]) {
    await page.setViewportSize({ width, height: 844 });
    // A busy machine takes a moment to lay the page out at its new width.
    const over = () => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    await expect
      .configure({ soft: true })
      .poll(over, { message: `${name} at ${width} px` })
      .toBeLessThanOrEqual(0);
  }
}
