import type { Page, Route } from "@playwright/test";
import { test as base } from "../app-test.ts";

export { expect } from "../app-test.ts";

/** A fault is a test whose title names what goes wrong; the reporter beside makes the table of them. */
export const fault = base;

/** Puts a figure into the table: printed, never asserted. */
export function figure(name: string, value: string): void {
  base.info().annotations.push({ type: "figure", description: `${name}: ${value}` });
}

/** Lets `handle` decide about each save; what it does not handle goes through. */
export async function onSave(
  page: Page,
  handle: (route: Route, n: number) => Promise<unknown>,
): Promise<() => Promise<void>> {
  let n = 0;
  const pattern = /\/api\/attempts\/[^/]+\/answers$/;
  await page.route(pattern, async (route) => {
    if (route.request().method() !== "PUT") return route.continue();
    await handle(route, n++).catch(() => {});
  });
  return () => page.unroute(pattern);
}
