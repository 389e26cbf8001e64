import type { Page } from "@playwright/test";
import { expect, test } from "./app-test.ts";
import { longRun } from "./short-run.ts";

test.use({ content: "content" });

const heading = (page: Page) => page.getByRole("heading", { level: 1 });
const windows = [
  [390, 844],
  [1280, 800],
] as const;

/** Studies every question of an exam: each shows what it should once its answer is checked. */
async function study(page: Page, exam: string): Promise<void> {
  await page.goto(`/exams/${exam}`);
  await page.getByRole("combobox", { name: "Length" }).selectOption("All questions");
  await page.getByRole("button", { name: "Start study" }).click();
  await expect(heading(page)).toHaveText(/^Question 1 of/);
  const count = Number(/of (\d+)/.exec((await heading(page).textContent()) ?? "")?.[1]);
  const check = page.getByRole("button", { name: "Check answer" });
  for (let n = 1; n <= count; n++) {
    await expect(heading(page)).toHaveText(`Question ${n} of ${count}`);
    await expect(check).toBeInViewport({ ratio: 1 });
    // From the end of the page, where the last option is, and from its beginning.
    if (n % 2 === 0) await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    await page.getByRole("button", { name: "I don’t know" }).click();
    await expect(page.getByRole("heading", { name: "Incorrect" })).toBeFocused();
    const name = await page.title();
    await expect(page.getByRole("heading", { name: "Incorrect" }), name).toBeInViewport({ ratio: 1 });
    await expect(page.locator(".item-word"), name).toHaveText(/^Incorrect(\. The (correct order|answer) is .+)?$/);
    await expect(page.locator(".item-word"), name).toBeInViewport({ ratio: 1 });
    await expect(page.getByRole("button", { name: "Next" }), name).toBeInViewport({ ratio: 1 });
    expect(await unseen(page), `${name}: pixels of the first 200 of the explanation`).toBe(0);
    await page.getByRole("button", { name: "Next" }).click();
  }
}

/** How many of the first 200 pixels of the explanation are out of view, or under one of the bars. */
function unseen(page: Page): Promise<number> {
  return page.evaluate(() => {
    const box = document.querySelector(".explanation .prose")?.getBoundingClientRect();
    const top = document.querySelector(".item-head")?.getBoundingClientRect().bottom ?? 0;
    const bottom = document.querySelector(".item-foot")?.getBoundingClientRect().top ?? 0;
    if (box === undefined) return Number.NaN;
    const end = Math.min(box.bottom, box.top + 200);
    return Math.round(Math.max(0, top - box.top) + Math.max(0, end - bottom));
  });
}

for (const [width, height] of windows)
  for (const [exam, details] of [
    ["tour", {}],
    ["nca-genl", longRun],
  ] as const)
    test(
      `at ${width} x ${height} the verdict, the explanation and what comes next are in view after each check of ${exam}`,
      details,
      async ({ page }) => {
        test.setTimeout(600_000);
        await page.setViewportSize({ width, height });
        await study(page, exam);
      },
    );
