import type { Page } from "@playwright/test";
import { expect, test } from "./app-test.ts";
import { longRun } from "./short-run.ts";

const heading = (page: Page) => page.getByRole("heading", { level: 1 });

test("a drill asks what was chosen, shows answers at the end, and what was missed can be retried", async ({ page }) => {
  await page.goto("/exams/sample");
  await page.getByText("Choose questions, length and timing").click();
  await page.getByRole("checkbox", { name: "Land" }).check();
  await expect(page.getByText(/^\d of 9 questions match(?:es)?\.$/)).not.toHaveText("9 of 9 questions match.");
  await page.getByRole("spinbutton", { name: "Questions" }).fill("2");
  await page.getByRole("combobox", { name: "Feedback" }).selectOption("At the end");
  await page.getByRole("spinbutton", { name: "Minutes" }).fill("7");
  await page.getByRole("button", { name: "Start practice" }).click();
  await expect(heading(page)).toHaveText("Question 1 of 2");
  await expect(page.getByRole("timer")).toHaveText(/^0(7:00|6:\d\d)$/);
  await expect(page.getByRole("button", { name: "Check answer" })).toHaveCount(0);
  await page.getByRole("button", { name: "I don’t know" }).click();
  await expect(page.getByText("You answered “I don’t know”.")).toBeVisible();
  await page.getByRole("button", { name: "Finish" }).click();
  await expect(page.getByText("1 answered, 1 unanswered, 0 flagged.")).toBeVisible();
  await page.getByRole("button", { name: "Submit exam" }).click();
  await expect(heading(page)).toHaveText("Result");
  await page.getByRole("button", { name: "Practise the 2 you missed" }).click();
  await expect(heading(page)).toHaveText("Question 1 of 2");
});

test("custom practice goes by reasons, counted without script, too, and each question says why it was picked", async ({
  app,
  browser,
  page,
}) => {
  const plain = await browser.newContext({ baseURL: app.url, javaScriptEnabled: false });
  const form = await plain.newPage();
  await form.goto("/exams/sample");
  await form.getByText("Choose questions, length and timing").click();
  await form.getByRole("checkbox", { name: "Missed before (0)" }).check();
  await form.getByRole("button", { name: "Count the questions that match" }).click();
  await expect(form.getByText("0 of 9 questions match.")).toBeVisible();
  await expect(form.getByRole("checkbox", { name: "Missed before (0)" })).toBeChecked();
  await plain.close();

  await page.goto("/exams/sample");
  await page.getByText("Choose questions, length and timing").click();
  await page.getByRole("checkbox", { name: "New to you (9)" }).check();
  await expect(page.getByText("9 of 9 questions match.")).toBeVisible();
  await page.getByRole("button", { name: "Start practice" }).click();
  await expect(page.getByText("Picked because it is new to you.")).toBeVisible();

  // Now there is a history, which is read only once the form is opened.
  await page.goto("/exams/sample");
  await expect(page.getByText("9 of 9 questions match.")).toHaveCount(0);
  await page.getByText("Choose questions, length and timing").click();
  await page.getByRole("checkbox", { name: "New to you (9)" }).check();
  await expect(page.getByText("9 of 9 questions match.")).toBeVisible();
});

test("a choice that no question fits is refused in words, not lost in an empty attempt", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 400 });
  await page.goto("/exams/sample");
  await page
    .locator('form:has(button:text("Start practice")) input[name="mode"]')
    .evaluate((input: HTMLInputElement) => {
      input.insertAdjacentHTML("afterend", '<input type="hidden" name="tags" value="no-such-tag">');
    });
  await page.getByRole("button", { name: "Start practice" }).click();
  await expect(page.getByText("No questions match.")).toBeInViewport();
});

test("a mock exam takes the time one chose for oneself", longRun, async ({ page }) => {
  await page.goto("/exams/sample");
  await page.getByRole("combobox", { name: "Time" }).selectOption("1.5");
  await page.getByRole("button", { name: "Start mock exam" }).click();
  await page.getByRole("button", { name: "Begin exam" }).click();
  await expect(page.getByRole("timer")).toHaveText(/^(45:00|44:\d\d)$/);
  await page.getByRole("button", { name: "Hide time" }).click();
  await expect(page.getByRole("timer")).toHaveText("–:––");
  await page.goto("/exams/sample");
  await page.getByRole("combobox", { name: "Time" }).selectOption("off");
  await page.getByRole("button", { name: "Start mock exam" }).click();
  await page.getByRole("button", { name: "Begin exam" }).click();
  await expect(page.getByText("No time limit")).toBeVisible();
});

test(
  "the link to the same exam asks the same questions in the same order of options",
  longRun,
  async ({ page, browser, app }) => {
    await page.goto("/exams/sample");
    await page.getByRole("button", { name: "Start mock exam" }).click();
    await page.getByRole("button", { name: "Begin exam" }).click();
    const first = await stems(page, 6);
    await page.getByRole("button", { name: "Finish" }).click();
    await page.getByRole("button", { name: "Submit exam" }).click();
    const link = await page.getByRole("link", { name: "Share this exam" }).getAttribute("href");
    const friend = await (await browser.newContext()).newPage();
    await friend.goto(app.url + link);
    await expect(friend.getByText("This link opens one particular mock exam")).toBeVisible();
    await friend.getByRole("button", { name: "Start this exam" }).click();
    await friend.getByRole("button", { name: "Begin exam" }).click();
    expect(await stems(friend, 6)).toEqual(first);
    await friend.goto(app.url + link?.replace(/bank=w1-\w+/, "bank=w1-0000000000000000"));
    await expect(friend.getByText("The questions have changed since this link was made")).toBeVisible();
    await friend.context().close();
  },
);

async function stems(page: Page, count: number): Promise<string[]> {
  const texts: string[] = [];
  for (let n = 1; n <= count; n++) {
    await expect(heading(page)).toHaveText(`Question ${n} of ${count}`);
    texts.push(
      await page
        .locator("#item .prose:not(.partners *)")
        .allInnerTexts()
        .then((all) => all.join("|")),
    );
    if (n < count) await page.getByRole("button", { name: "Next" }).click();
  }
  return texts;
}
