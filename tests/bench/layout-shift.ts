import type { Page } from "@playwright/test";

/** Runs in the page before anything else; as text, because the compiler's helpers are missing there. */
const observe = `
  window.shifts = [];
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shifts.push(entry.value);
  }).observe({ type: "layout-shift", buffered: true });`;

/**
 * How far the content of a page moves while it loads, in a phone's window: the sum of its layout shifts, which is never
 * less than the score of browsers (the worst five seconds, see web.dev/articles/cls).
 */
export async function layoutShift(page: Page, address: string): Promise<number> {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.addInitScript(observe);
  await page.goto(address, { waitUntil: "networkidle" });
  // Fonts are applied after they have arrived.
  await page.waitForTimeout(500);
  return page.evaluate<number>("window.shifts.reduce((sum, shift) => sum + shift, 0)");
}
