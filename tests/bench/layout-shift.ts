import type { Page } from "@playwright/test";

/** Runs in the page before anything of it; as text, because the compiler's own helpers are not there. */
const observe = `
  window.shifts = [];
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shifts.push(entry.value);
  }).observe({ type: "layout-shift", buffered: true });`;

/**
 * How far the content of a page moves while it loads: the sum of its layout shifts, which is never less than the score that
 * browsers make of them (the worst five seconds, see web.dev/articles/cls). On a phone's window.
 */
export async function layoutShift(page: Page, address: string): Promise<number> {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.addInitScript(observe);
  await page.goto(address, { waitUntil: "networkidle" });
  // Fonts are put in place after they have come.
  await page.waitForTimeout(500);
  return page.evaluate<number>("window.shifts.reduce((sum, shift) => sum + shift, 0)");
}
