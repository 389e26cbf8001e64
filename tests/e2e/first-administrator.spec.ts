import { startApp } from "../support/app-server.ts";
import { test as base, expect } from "./app-test.ts";

/** A server of its own: on that of other files somebody may be the administrator already. */
const test = base.extend({
  app: [
    async ({ content }, use) => {
      const app = await startApp({ content });
      await use(app);
      await app.dispose();
    },
    { scope: "worker" },
  ],
});

test("a start prints a link that makes one account the administrator, once", async ({ page, browser, app }) => {
  await expect.poll(() => app.log()).toContain("first-administrator?token=");
  const link = /^http\S+first-administrator\S+$/m.exec(app.log())?.[0] ?? "";
  const events = app
    .log()
    .split("\n")
    .filter((line) => line.startsWith("{"));
  expect(events.join("\n")).not.toContain(new URL(link).searchParams.get("token"));

  await page.goto(link);
  await page.locator("#main").getByRole("link", { name: "Sign up" }).click();
  await page.getByRole("textbox", { name: "Display name" }).fill("Wilhelmina");
  await page.getByRole("textbox", { name: "Email" }).fill("wilhelmina@example.org");
  await page.getByLabel("Password").fill("long enough for a test");
  await page.getByRole("button", { name: "Create account" }).click();
  await page.getByRole("button", { name: "Become administrator" }).click();
  await expect(page.getByText("This account is now the administrator.")).toBeVisible();
  await page.goto(link);
  await expect(page.getByText("This account is now the administrator.")).toBeVisible();
  await page.locator("#main").getByRole("link", { name: "Moderation" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Moderation" })).toBeVisible();

  const stranger = await (await browser.newContext({ baseURL: app.url, javaScriptEnabled: false })).newPage();
  await stranger.goto(link);
  await expect(stranger.getByRole("alert").filter({ hasText: "no longer works" })).toBeVisible();
  await expect(stranger.locator("#main").getByRole("link", { name: "Sign up" })).toHaveCount(0);
  await stranger.goto("/sign-up");
  await stranger.getByRole("textbox", { name: "Display name" }).fill("Eve");
  await stranger.getByRole("textbox", { name: "Email" }).fill("eve.first@example.org");
  await stranger.getByLabel("Password").fill("long enough for a test");
  await stranger.getByRole("button", { name: "Create account" }).click();
  await stranger.goto(link);
  await expect(stranger.getByRole("alert").filter({ hasText: "no longer works" })).toBeVisible();
  await expect(stranger.getByRole("button", { name: "Become administrator" })).toHaveCount(0);
  const reply = await stranger.goto("/moderation");
  expect(reply?.status()).toBe(404);
});
