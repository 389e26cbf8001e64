import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { openDatabase } from "#lib/db/database";
import { person, write } from "../support/browser-people.ts";
import { brokenWords } from "../support/hold-to-axe.ts";
import { expect, test } from "./app-test.ts";

const narrow = { viewport: { width: 320, height: 700 } };
const long = "x".repeat(300);
const wide = `\`\`\`\n${long}\n\`\`\`\n\n$$${"a+".repeat(120)}b$$\n\n| ${long} | b |\n| --- | --- |\n| c | d |\n\nAnd \`${long}\` and ${long}`;

const scrollsSideways = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);

test("wide code, formulas, tables and words in a comment and a note do not push a phone's page sideways", async ({
  browser,
  app,
}) => {
  const page = await person(browser, app.url, "Nelly", "tallest-tree", narrow);
  await write(page, wide);
  await expect(page.getByRole("article").locator("pre")).toBeVisible();
  expect(await scrollsSideways(page), "the thread").toBe(false);
  await page.goto("/exams/sample");
  await page.getByRole("button", { name: "Start study" }).click();
  await page.getByText("Note", { exact: true }).click();
  await page.getByRole("textbox", { name: "Note" }).fill(`Compare ${long}`);
  await expect(page.getByText("Saved", { exact: true })).toBeVisible();
  await page.goto("/notes");
  await expect(page.getByText(/^Compare x+$/)).toBeVisible();
  expect(await scrollsSideways(page), "the notes").toBe(false);
});

test("a table of words in a text moves sideways within itself on a phone, and breaks no word", async ({
  browser,
  app,
}) => {
  const page = await person(browser, app.url, "Tabea", "tallest-tree", narrow);
  const head = "| System | True positives | False positives | False negatives |\n| --- | --- | --- | --- |";
  await write(page, `${head}\n| Fine-tuned model | 70 | 50 | 30 |\n| Keyword rule | 55 | 45 | 45 |`);
  await expect(page.getByRole("article", { name: "Tabea" }).locator("td")).toHaveCount(8);
  expect(await brokenWords(page, 320, 100)).toEqual([]);
  expect(await scrollsSideways(page)).toBe(false);
  await page.context().close();
});

test("the number of notifications stays on one line beside its bell", async ({ browser, app }) => {
  const page = await person(browser, app.url, "Otis", "tallest-tree", narrow);
  const db = openDatabase(app.databaseUrl);
  const [{ id: userId = "" } = {}] = await db.read.user.findMany({ where: { name: "Otis" }, select: { id: true } });
  const [createdAt, kind, text] = [new Date(), "moderation", "Mind your tone"];
  const data = Array.from({ length: 100 }, () => ({
    id: randomUUID(),
    cause: randomUUID(),
    userId,
    kind,
    text,
    createdAt,
  }));
  await db.write((tx) => tx.notification.createMany({ data })).finally(() => db.close());
  await page.goto("/");
  const badge = page.getByText("99+");
  const [{ height = 0 } = {}, bell] = [
    (await badge.boundingBox()) ?? {},
    await page.getByRole("link", { name: "Notifications" }).boundingBox(),
  ];
  expect(height, "one line of small text").toBeLessThan(24);
  expect(bell?.height, "the bell and its number in one row").toBeLessThan(48);
  expect(await scrollsSideways(page)).toBe(false);
});

test("on a phone the keyboard meets a mock exam from top to bottom: the clock, the options, then the map", async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("/exams/sample");
  await page.getByRole("button", { name: "Start mock exam" }).click();
  await page.getByRole("button", { name: "Begin exam" }).click();
  await expect(page.getByRole("timer")).toBeVisible();
  await page.locator("body").evaluate((body) => {
    (document.activeElement as HTMLElement | null)?.blur();
    body.ownerDocument.getSelection()?.removeAllRanges();
  });
  const met: string[] = [];
  for (let i = 0; i < 30 && !met.includes("Question map"); i++) {
    await page.keyboard.press("Tab");
    met.push(
      await page.evaluate(() => {
        const focused = document.activeElement;
        return focused?.getAttribute("type") === "radio"
          ? "option"
          : (focused?.getAttribute("aria-label") ?? focused?.textContent ?? "").trim();
      }),
    );
  }
  const order = ["Hide time", "option", "Question map"].map((name) => met.findIndex((each) => each.startsWith(name)));
  expect(order, met.join(" | ")).toEqual(order.toSorted((a, b) => a - b));
  expect(Math.min(...order), met.join(" | ")).toBeGreaterThanOrEqual(0);
});

test("on a phone without an edge, no bar lies under its notch, its corners or its home indicator", async ({ page }) => {
  const insets = { left: 44, right: 44, bottom: 34 };
  const session = await page.context().newCDPSession(page);
  await session.send("Emulation.setSafeAreaInsetsOverride", { insets });
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("/exams/sample");
  await expect(page.locator("meta[name=viewport]")).toHaveAttribute("content", /viewport-fit=cover/);
  const within = (selector: string) =>
    page.locator(selector).evaluateAll(
      (elements, { left, right, bottom }) =>
        elements
          .map((element) => element.getBoundingClientRect())
          .filter(({ width }) => width > 0)
          .every((box) => box.left >= left && box.right <= innerWidth - right && box.bottom <= innerHeight - bottom),
      insets,
    );
  expect(await within(".site-header .tabs a"), "the tabs").toBe(true);
  await page.getByRole("button", { name: "Start study" }).click();
  await expect(page.getByRole("button", { name: "Check answer" })).toBeVisible();
  expect(await within(".item-foot .button"), "the bar below a question").toBe(true);
  await page.setViewportSize({ width: 844, height: 390 });
  expect(await within(".item-foot .button"), "the same lying on its side").toBe(true);
  expect(await within(".item-head h1"), "the bar above it").toBe(true);
});

/** The bars at the bottom that a part of the page overlaps, or is covered by. */
const barsOver = (page: Page, name: string) =>
  page.getByRole("button", { name }).evaluate((button) => {
    const box = button.getBoundingClientRect();
    const bars = [...document.querySelectorAll(".item-foot, .site-header .tabs")];
    return bars.filter((bar) => {
      const { top, bottom } = bar.getBoundingClientRect();
      return top < box.bottom && box.top < bottom;
    }).length;
  });

test("what says that a comment is new stands above the bars of a phone", async ({ browser, app }) => {
  const page = await person(browser, app.url, "Nora", "tallest-tree", narrow);
  const [will, wilma] = await Promise.all(
    ["Will", "Wilma"].map((name) => person(browser, app.url, name, "tallest-tree")),
  );
  await write(will as Page, "The first");
  const news = page.getByRole("button", { name: "1 new comment" });
  await expect(news).toBeVisible();
  expect(await barsOver(page, "1 new comment"), "on the question's own page").toBe(0);

  await page.goto("/exams/sample");
  await page.getByRole("combobox", { name: "Length" }).selectOption("All questions");
  await page.getByRole("button", { name: "Start study" }).click();
  const question = page.locator("#item").getByText("Sample oak");
  await expect(async () => {
    if (await question.isVisible()) return;
    await page.getByRole("button", { name: "Next" }).click();
    await expect(question).toBeVisible({ timeout: 1000 });
  }).toPass();
  await page.getByRole("button", { name: "I don’t know" }).click();
  await expect(page.getByRole("heading", { name: "Discussion" })).toBeVisible();
  await write(wilma as Page, "The second");
  await expect(news).toBeVisible();
  expect(await barsOver(page, "1 new comment"), "in study").toBe(0);
});
