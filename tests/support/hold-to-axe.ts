import { expect, type Page } from "@playwright/test";
import axe from "axe-core";

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
export async function hold(page: Page, name: string): Promise<void> {
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
export async function brokenWords(page: Page, width: number, percent: number): Promise<string[]> {
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

export async function visit(page: Page, paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    await page.goto(path);
    await hold(page, path);
  }
}
