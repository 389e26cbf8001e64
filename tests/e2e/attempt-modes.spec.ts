import type { Page } from "@playwright/test";
import { expect, test } from "./app-test.ts";
import { longRun } from "./short-run.ts";

const heading = (page: Page) => page.getByRole("heading", { level: 1 });

/** What a screen reader is told, with what the style writes. */
async function spoken(page: Page): Promise<string> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send("Accessibility.getFullAXTree");
  await session.detach();
  const texts = nodes.filter(({ role }) => role?.value === "StaticText").map(({ name }) => String(name?.value ?? ""));
  return texts.join("").replace(/\s+/g, " ");
}

/** Goes to the first question from here on that has options to choose among. */
async function toOptions(page: Page): Promise<void> {
  await expect(heading(page)).toHaveText(/^Question/);
  while ((await page.locator('#item input[name="option"]').count()) < 2) {
    const before = await heading(page).textContent();
    await page.getByRole("button", { name: "Next" }).click();
    await expect(heading(page)).not.toHaveText(before ?? "");
  }
}

/** On a phone the bar has one row, whether hours are left or minutes. */
async function expectSteadyBar(page: Page): Promise<void> {
  await page.setViewportSize({ width: 390, height: 844 });
  const heights = await page.evaluate(() => {
    const [bar, timer] = [document.querySelector(".item-head"), document.querySelector("[role=timer]")];
    const heightWith = (text: string) => {
      if (timer?.firstChild) timer.firstChild.nodeValue = text;
      return bar?.getBoundingClientRect().height ?? 0;
    };
    return ["59:59", "1:00:00", "4:59:59"].map(heightWith);
  });
  expect(new Set(heights).size, `heights ${heights}`).toBe(1);
  expect(heights[0]).toBeLessThan(72);
  await page.setViewportSize({ width: 1280, height: 720 });
}

test("every key does what its button does, none inside a text field, and one switch turns them off", async ({
  page,
}) => {
  await page.goto("/exams/sample");
  await page.getByRole("button", { name: "Start mock exam" }).click();
  await page.getByRole("button", { name: "Begin exam" }).click();
  await expectSteadyBar(page);
  await toOptions(page);
  const position = Number((await heading(page).textContent())?.split(" ")[1]);
  await page.keyboard.press("1");
  await expect(page.locator('#item input[name="option"]').first()).toBeChecked();
  await page.keyboard.press("Shift+Digit2");
  await expect(page.getByRole("button", { name: "Rule out option B" })).toHaveAttribute("aria-pressed", "true");
  await page.keyboard.press("f");
  await expect(page.getByRole("button", { name: "Flag" })).toHaveAttribute("aria-pressed", "true");
  await page.keyboard.press("t");
  await expect(page.getByRole("button", { name: "Show time" })).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(heading(page)).toHaveText(position === 6 ? "Check your answers" : `Question ${position + 1} of 6`);
  await expect(heading(page)).toBeFocused();
  const next = position === 6 ? /^Check your answers: / : new RegExp(`^Question ${position + 1}: .+ · Mockdown$`);
  await expect(page).toHaveTitle(next);
  await page.goBack();
  await expect(heading(page)).toHaveText(`Question ${position} of 6`);
  await expect(page.locator('#item input[name="option"]').first()).toBeChecked();
  await page.locator("summary", { hasText: "Note" }).click();
  await page.getByRole("textbox", { name: "Note to self" }).fill("");
  await page.getByRole("textbox", { name: "Note to self" }).pressSequentially("nf1?");
  await expect(page.getByRole("textbox", { name: "Note to self" })).toHaveValue("nf1?");
  await expect(heading(page)).toHaveText(`Question ${position} of 6`);
  await page
    .getByRole("group", { name: "How sure are you?" })
    .getByRole("radio", { name: "Sure", exact: true })
    .check();
  await expect(page.getByRole("status")).toHaveText("Saved");
  await page.locator("h1").click();
  await page.keyboard.press("?");
  const help = page.getByRole("dialog", { name: "Keyboard" });
  await expect(help).toBeVisible();
  await help.getByRole("checkbox", { name: "Keyboard shortcuts are on" }).uncheck();
  await help.getByRole("button", { name: "Close" }).click();
  await page.locator("h1").click();
  await page.keyboard.press("n");
  await expect(heading(page)).toHaveText(`Question ${position} of 6`);
  await page.reload();
  await expect(page.getByRole("textbox", { name: "Note to self" })).toHaveValue("nf1?");
  await page.getByRole("button", { name: "Finish" }).click();
  await page.getByRole("button", { name: "Submit exam" }).click();
  await expect(heading(page)).toHaveText("Result");
  await page.getByRole("link", { name: "Flagged (1)" }).click();
  await expect(page).toHaveURL(/show=flagged/);
  await page.getByRole("link", { name: /· flagged/ }).click();
  await expect(page.getByText("nf1?")).toBeVisible();
  await expect(page.locator("dd").filter({ hasText: /^sure$/ })).toBeVisible();
});

test("the settings turn the keys of a question off and on", async ({ page }) => {
  await page.goto("/exams/sample");
  await page.getByRole("button", { name: "Start study" }).click();
  await expect(page.getByRole("status")).toHaveText("Saved");
  const question = page.url();
  const choose = async (isOn: boolean) => {
    await page.goto("/settings");
    await page.getByRole("checkbox", { name: "Keyboard shortcuts are on" }).setChecked(isOn);
    await page.getByRole("button", { name: "Save settings" }).click();
    await expect(page.getByText("Settings saved.")).toBeVisible();
    await expect(page.getByRole("checkbox", { name: "Keyboard shortcuts are on" })).toBeChecked({ checked: isOn });
    await page.goto(question);
    await expect(page.getByRole("status")).toHaveText("Saved");
    await page.keyboard.press("f");
  };
  const flag = page.getByRole("button", { name: "Flag" });
  await choose(false);
  await expect(flag).toHaveAttribute("aria-pressed", "false");
  await choose(true);
  await expect(flag).toHaveAttribute("aria-pressed", "true");
});

test("study can pause, and tells how many to select only when the answer is checked", async ({ page }) => {
  await page.goto("/exams/sample");
  await page.getByRole("button", { name: "Start study" }).click();
  await page.getByRole("button", { name: "Pause" }).click();
  await expect(page.getByText("Paused. The timer is stopped.")).toBeVisible();
  await expect(page.locator("#item fieldset").first()).toBeHidden();
  await expect(page.getByRole("button", { name: "I don’t know" }), "what is not seen is not answered").toBeHidden();
  await page.getByRole("button", { name: "Resume" }).click();
  for (let n = 1; n < 9 && (await page.locator('#item input[type="checkbox"]').count()) === 0; n++) {
    await page.getByRole("button", { name: "Next" }).click();
    await expect(heading(page)).toHaveText(`Question ${n + 1} of 9`);
  }
  const boxes = page.locator('#item input[type="checkbox"]');
  for (let n = 0; n < (await boxes.count()); n++) {
    await expect.poll(() => spoken(page)).toMatch(new RegExp(`${n} of \\d selected`));
    await boxes.nth(n).check();
  }
  await page.getByRole("button", { name: "Check answer" }).click();
  await expect(page.getByText(/^Choose exactly \d\.$/)).toBeVisible();
  await expect(boxes.first()).toBeChecked();
  await expect(page.getByRole("button", { name: "Check answer" })).toBeFocused();
  await page.getByRole("button", { name: "I don’t know" }).click();
  await expect(page.getByRole("heading", { name: "Incorrect" })).toBeFocused();
  await page.getByRole("button", { name: "Finish" }).click();
  await page.getByRole("button", { name: "End session" }).click();
  await expect(page.getByText("0 of 1 point")).toBeVisible();
  await expect(page.getByText(/Pass mark/)).toHaveCount(0);
});

test("what was chosen about the clock and the map lasts over all questions, and no second is lost by a reload", async ({
  page,
}) => {
  await page.clock.install();
  await page.goto("/exams/sample");
  await page.getByRole("button", { name: "Start mock exam" }).click();
  await page.getByRole("button", { name: "Begin exam" }).click();
  await expect(page.getByRole("status")).toHaveText("Saved");
  await expect(page.getByRole("banner"), "nothing leads out of an exam by accident").toBeHidden();
  await page.getByRole("button", { name: "Hide time" }).click();
  await page.getByText("Question map").click();
  await page.clock.fastForward(15_000);
  await page.reload();
  await expect(page.getByRole("timer")).toHaveText("–:––");
  await expect(page.getByRole("button", { name: "Question 1, not answered" })).toBeVisible();
  await page.getByRole("button", { name: "Next" }).click();
  await expect(heading(page)).toHaveText("Question 2 of 6");
  await expect(page.getByRole("timer")).toHaveText("–:––");
  await expect(page.getByRole("button", { name: "Question 1, not answered" })).toBeVisible();
  await page.getByRole("button", { name: "Finish" }).click();
  await page.getByRole("button", { name: "Submit exam" }).click();
  await expect(heading(page)).toHaveText("Result");
  const first = await page.getByRole("link", { name: /^1 / }).textContent();
  expect(Number(/(\d+) s$/.exec(first ?? "")?.[1])).toBeGreaterThanOrEqual(15);
  await page.goto("/exams/sample");
  await page.getByText("Choose questions, length and timing").click();
  await page.getByRole("combobox", { name: "Feedback" }).selectOption("At the end");
  await page.getByRole("spinbutton", { name: "Minutes" }).fill("4");
  await page.getByRole("button", { name: "Start practice" }).click();
  await expect(page.getByRole("timer"), "it comes back for the last five minutes").toHaveText(/^0[34]:\d\d$/);
  await expect(page.getByRole("button", { name: /^Question 1,/ }), "the map is another attempt's").toBeHidden();
});

test("without script a form says why an answer cannot be checked, and opens the item when it can", async ({
  browser,
  app,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${app.url}/exams/sample`);
  await page.getByRole("button", { name: "Start study" }).click();
  await page.getByRole("button", { name: "Check answer" }).click();
  await expect(page.getByText("Give an answer first, or press “I don’t know”.")).toBeVisible();
  await expect(page.getByRole("heading", { name: "Explanation" })).toHaveCount(0);
  await page.getByRole("button", { name: "I don’t know" }).click();
  await expect(page.getByRole("heading", { name: "Incorrect" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Discussion" })).toBeVisible();
  await context.close();
});

test("an attempt in progress is continued from home and from every page, or given up, without script", async ({
  browser,
  app,
}) => {
  const context = await browser.newContext({ baseURL: app.url, javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto("/");
  await expect(page.getByRole("link", { name: "Home" })).toBeVisible();
  await page.getByRole("button", { name: "I don’t know" }).click();
  await expect(page.getByRole("heading", { name: "Incorrect" })).toBeVisible();
  await page.getByRole("button", { name: "Keep studying" }).click();
  await expect(heading(page)).toHaveText(/^Question 1 of/);
  await page.getByRole("button", { name: "I don’t know" }).click();
  await page.goto("/exams/sample");
  await expect(page.getByText("You have a session in progress.")).toBeVisible();
  await page.getByRole("button", { name: "Start mock exam" }).click();
  await page.getByRole("button", { name: "Begin exam" }).click();
  await expect(heading(page)).toHaveText("Question 1 of 6");
  await page.goto("/review");
  await page.getByRole("link", { name: "Exam in progress" }).click();
  await expect(heading(page)).toHaveText("Question 1 of 6");
  await page.goto("/");
  await expect(heading(page)).toHaveText("Today");
  const running = page.getByRole("region", { name: "In progress" });
  await expect(running.getByRole("listitem")).toHaveCount(2);
  await expect(running).toContainText(/0 of 6 answered · ends in \d+ minutes/);
  await running.getByRole("button", { name: "Discard mock exam" }).click();
  await expect(running.getByRole("listitem")).toHaveCount(1);
  await expect(page.getByRole("link", { name: "Exam in progress" })).toHaveCount(0);
  await expect(running).toContainText("1 of 9 checked");
  await running.getByRole("button", { name: "Discard study" }).click();
  await page.getByRole("button", { name: "Yes, discard it" }).click();
  await expect(page.getByRole("region", { name: "In progress" })).toHaveCount(0);
  await context.close();
});

test("starting study again from an older page goes on with the session in progress", longRun, async ({ page }) => {
  await page.goto("/exams/sample");
  const older = await page.context().newPage();
  await older.goto("/exams/sample");
  await page.getByRole("button", { name: "Start study" }).click();
  await expect(heading(page)).toHaveText(/^Question 1 of/);
  await older.getByRole("button", { name: "Start study" }).click();
  await expect(heading(older)).toHaveText(/^Question 1 of/);
  expect(new URL(older.url()).pathname).toBe(new URL(page.url()).pathname);
});
