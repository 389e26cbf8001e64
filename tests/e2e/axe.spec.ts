import type { Browser, Page } from "@playwright/test";
import axe from "axe-core";
import type { AppServer } from "../support/app-server.ts";
import { person, write } from "../support/browser-people.ts";
import { expect, test } from "./app-test.ts";
import { longRun } from "./short-run.ts";

/** Rules of these are held to on every page and state; each finding is one. */
const standards = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** Names the rules that the page breaks, with the first place of each. `rules` confines it to some. */
async function findings(page: Page, rules?: readonly string[]): Promise<string[]> {
  // As text, because the page's policy lets no script of another origin or address in.
  if (await page.evaluate(() => !("axe" in window))) await page.evaluate(axe.source);
  return page.evaluate(
    async ({ standards, rules }) => {
      const runOnly = rules === undefined ? { type: "tag", values: standards } : { type: "rule", values: rules };
      const axe = (window as unknown as { axe: { run: (root: Document, options: unknown) => Promise<unknown> } }).axe;
      const found = (await axe.run(document, { runOnly, resultTypes: ["violations"] })) as {
        violations: { id: string; nodes: { target: unknown[]; failureSummary?: string }[] }[];
      };
      return found.violations.map(
        ({ id, nodes }) => `${id}: ${nodes[0]?.target.join(" ")} ${nodes[0]?.failureSummary}`,
      );
    },
    { standards, rules },
  );
}

/** What depends on the theme alone, and on the width alone. The rest holds in all of them or in none. */
const ofTheme = ["color-contrast", "link-in-text-block"];
const ofWidth = ["target-size", "scrollable-region-focusable", "meta-viewport"];

/** A page or state with nothing to find in each theme, wide and narrow, where it must not scroll sideways either. */
async function hold(page: Page, name: string): Promise<void> {
  await fitWindow(page, 1280);
  await setTheme(page, "light");
  expect.soft(await findings(page), name).toEqual([]);
  for (const theme of ["dark", "contrast"]) {
    await setTheme(page, theme);
    expect.soft(await findings(page, ofTheme), `${name}, ${theme}`).toEqual([]);
  }
  await setTheme(page, "light");
  expect.soft(await brokenWords(page, 768, 200), `${name}: words broken at 200 % text, 768 px wide`).toEqual([]);
  expect.soft(await brokenWords(page, 320, 100), `${name}: words broken, 320 px wide`).toEqual([]);
  await fitWindow(page, 320);
  expect.soft(await findings(page, ofWidth), `${name}, 320 px wide`).toEqual([]);
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect.soft(width, `${name}: pixels from side to side`).toBeLessThanOrEqual(320);
}

/** Short words that do not stand on one line of their own. */
async function brokenWords(page: Page, width: number, percent: number): Promise<string[]> {
  await page.setViewportSize({ width, height: 800 });
  return page.evaluate((percent) => {
    const root = document.documentElement;
    root.style.fontSize = `${percent}%`;
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const broken: string[] = [];
    for (let text = texts.nextNode(); text !== null; text = texts.nextNode()) {
      if (!text.parentElement?.checkVisibility()) continue;
      for (const { 0: word, index } of (text.nodeValue ?? "").matchAll(/\p{L}{2,10}(?![\p{L}\p{N}./_-])/gu)) {
        const range = new Range();
        range.setStart(text, index);
        range.setEnd(text, index + word.length);
        const tops = [...range.getClientRects()].map(({ top }) => Math.round(top));
        if (new Set(tops).size > 1) broken.push(word);
      }
    }
    root.style.fontSize = "";
    return broken;
  }, percent);
}

/** A window as high as the page: what lies under a bar that is fixed to its edge can be scrolled to, and is not a fault. */
async function fitWindow(page: Page, width: number): Promise<void> {
  await page.setViewportSize({ width, height: 800 });
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ width, height: Math.max(800, height) });
}

async function setTheme(page: Page, theme: string): Promise<void> {
  await page.evaluate((theme) => {
    const root = document.documentElement;
    root.dataset.theme = theme;
    // What fades from one theme to the next has colours of neither for a moment. What is not drawn does not fade.
    root.style.display = "none";
    root.getBoundingClientRect();
    root.style.display = "";
  }, theme);
}

async function visit(page: Page, paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    await page.goto(path);
    await hold(page, path);
  }
}

async function guestOf(browser: Browser, app: AppServer): Promise<Page> {
  return (await browser.newContext({ baseURL: app.url, reducedMotion: "reduce" })).newPage();
}

const button = (page: Page, name: string | RegExp) => page.getByRole("button", { name });

test("axe finds nothing on the pages that a stranger sees", async ({ browser, app }) => {
  test.setTimeout(300_000);
  const page = await guestOf(browser, app);
  const open = ["/", "/exams/sample", "/exams/sample/mock", "/help", "/search?q=sample", "/sign-in", "/sign-up"];
  await visit(page, [...open, "/settings", "/notes", "/review", "/plan", "/progress", "/no-such-page"]);
  await page.context().close();
});

test("axe finds nothing on a question of any kind, before and after it is checked", async ({ browser, app }) => {
  test.setTimeout(300_000);
  const page = await guestOf(browser, app);
  await page.goto("/exams/sample");
  await button(page, "Start study").click();
  for (let n = 1; n <= 9; n++) {
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(`Question ${n} of 9`);
    await expect(page.getByRole("status")).toHaveText("Saved");
    const kind = await page.locator("#item").evaluate((form) => {
      const part = ["ordering", "matching"][["place:", "pair:"].findIndex((name) => form.innerHTML.includes(name))];
      return part ?? form.querySelector<HTMLInputElement>('[name="option"], [name="value"]')?.type;
    });
    await hold(page, `a question of kind ${kind}`);
    expect.soft(await brokenWords(page, 390, 200), `${kind}: words broken at 200 % text on a phone`).toEqual([]);
    await button(page, "I don’t know").click();
    await expect(page.getByRole("heading", { name: "Discussion" })).toBeVisible();
    if (n <= 2 || kind === "ordering" || kind === "matching") await hold(page, `${kind}, checked`);
    await button(page, "Next").click();
  }
  await hold(page, "the end of a study session");
  await button(page, "End session").click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Result");
  await hold(page, "the summary of a study session");
  await page.context().close();
});

test("axe finds nothing in a mock exam, its map, its last page and its result", async ({ browser, app }) => {
  test.setTimeout(300_000);
  const page = await guestOf(browser, app);
  await page.goto("/exams/sample/mock");
  await button(page, "Begin exam").click();
  await expect(page.getByRole("timer")).toBeVisible();
  await page.getByText("Question map").click();
  await hold(page, "a mock exam with its map");
  await button(page, "Flag").click();
  await page.goto(page.url().replace(/\d+$/, "review"));
  await hold(page, "check your answers");
  await button(page, "Submit exam").click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Result");
  await hold(page, "the result of a mock exam");
  await page.getByRole("region", { name: "Questions" }).getByRole("listitem").first().getByRole("link").click();
  await hold(page, "an item of a result");
  await page.context().close();
});

test(
  "axe finds nothing in a thread, and on the pages of accounts and of those who run the site",
  longRun,
  async ({ browser, app }) => {
    test.setTimeout(300_000);
    const options = { administers: app.databaseUrl, reducedMotion: "reduce" as const };
    const page = await person(browser, app.url, "Ruth", "tallest-tree", options);
    const other = await person(browser, app.url, "Bob", "tallest-tree");
    await write(other, "See `x` and **that**, @ruth");
    await expect(other.getByRole("article", { name: "Bob" })).toBeVisible();
    await page.goto("/exams/sample/questions/tallest-tree");
    await button(page, "Reply").first().click();
    await hold(page, "a thread with a reply being written");
    await button(page, "Report").first().click();
    await hold(page, "a thread with a report being written");
    const own = ["/account", "/notifications", "/notes", "/review", "/plan", "/progress"];
    await visit(page, [...own, "/moderation", "/authoring", "/invitations", "/roles"]);
    await Promise.all([page, other].map((each) => each.context().close()));
  },
);
