import type { Page } from "@playwright/test";
import { expect, test } from "./app-test.ts";
import { longRun } from "./short-run.ts";

async function signUp(page: Page, name: string): Promise<string> {
  const email = `${name.toLowerCase()}-${Date.now()}@example.org`;
  await page.goto("/sign-up");
  await page.getByRole("textbox", { name: "Display name" }).fill(name);
  await page.getByRole("textbox", { name: "Email" }).fill(email);
  await page.getByLabel("Password").fill("a long password");
  await page.getByRole("button", { name: "Create account" }).click();
  await expect(page.getByRole("button", { name: "Sign out" })).toBeVisible();
  return email;
}

test("an account is renamed, downloaded, given another password and deleted, without script", async ({
  browser,
  app,
}) => {
  const context = await browser.newContext({ baseURL: app.url, javaScriptEnabled: false });
  const page = await context.newPage();
  const email = await signUp(page, "Ada");
  await page.getByRole("link", { name: "Account of Ada" }).click();
  await page.getByRole("textbox", { name: "Display name" }).fill("Countess");
  await page.getByRole("button", { name: "Change name" }).click();
  await expect(page.getByText("Your name has been changed.")).toBeVisible();
  await expect(page.getByRole("link", { name: "Account of Countess" })).toBeVisible();

  const data = await page.request.get("/account/data");
  expect(data.headers()["content-disposition"]).toBe('attachment; filename="mockdown-data.json"');
  expect(await data.json()).toMatchObject({ account: { email, name: "Countess" }, attempts: [] });

  const password = page.getByRole("region", { name: "Password" });
  await password.getByLabel("Password", { exact: true }).fill("not my password");
  await password.getByLabel("New password").fill("another password");
  await password.getByRole("button", { name: "Change password" }).click();
  await expect(page.getByText("This isn’t your password.")).toBeVisible();
  await password.getByLabel("Password", { exact: true }).fill("a long password");
  await password.getByLabel("New password").fill("another password");
  await password.getByRole("button", { name: "Change password" }).click();
  await expect(page.getByText("Your password has been changed.")).toBeVisible();

  const deletion = page.getByRole("region", { name: "Delete account" });
  await deletion.getByLabel("Password", { exact: true }).fill("another password");
  await deletion.getByRole("button", { name: "Delete account" }).click();
  await expect(page.getByRole("link", { name: "Sign in" })).toBeVisible();
  await page.goto("/sign-in");
  await page.getByRole("textbox", { name: "Email" }).fill(email);
  await page.getByLabel("Password").fill("another password");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("alert").filter({ hasText: /\w/ })).toBeVisible();
  await context.close();
});

test("a guest sees what is kept about them and deletes it, without script", async ({ browser, app }) => {
  const context = await browser.newContext({ baseURL: app.url, javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto("/exams/sample");
  await page.getByRole("button", { name: "Start study" }).click();
  await page.goto("/progress");
  await page.getByRole("link", { name: "your data" }).click();
  const data = (await (await page.request.get("/account/data")).json()) as { account: unknown; attempts: unknown[] };
  expect(data.account).toBeNull();
  expect(data.attempts).toHaveLength(1);
  await page.getByRole("checkbox").check();
  await page.getByRole("button", { name: "Delete my data" }).click();
  await page.goto("/progress");
  await expect(page.getByText("Nothing to show yet.")).toBeVisible();
  expect((await page.request.get("/account/data")).status()).toBe(404);
  await context.close();
});

test("signing out everywhere ends the session of another device", longRun, async ({ browser, page, app }) => {
  const email = await signUp(page, "Bea");
  const other = await browser.newContext({ baseURL: app.url });
  const there = await other.newPage();
  await there.goto("/sign-in");
  await there.getByRole("textbox", { name: "Email" }).fill(email);
  await there.getByLabel("Password").fill("a long password");
  await there.getByRole("button", { name: "Sign in" }).click();
  await expect(there.getByRole("link", { name: "Account of Bea" })).toBeVisible();
  await page.goto("/account");
  await expect(page.getByRole("region", { name: "Where you’re signed in" }).getByText(/^Since/)).toHaveCount(2);
  const sessions = page.getByRole("region", { name: "Where you’re signed in" });
  await sessions.getByRole("radio", { name: "Every device" }).check();
  await sessions.getByLabel("Password").fill("not my password");
  await sessions.getByRole("button", { name: "Sign out device" }).click();
  await expect(sessions.getByRole("alert")).toHaveText("This isn’t your password.");
  await expect(sessions.getByRole("radio", { name: "Every device" })).toBeChecked();
  await sessions.getByLabel("Password").fill("a long password");
  await sessions.getByRole("button", { name: "Sign out device" }).click();
  await expect(page.getByRole("link", { name: "Sign in" })).toBeVisible();
  await there.goto("/");
  await expect(there.getByRole("link", { name: "Sign in" })).toBeVisible();
  await other.close();
});

test("a new sign-in ends the session that this browser had", longRun, async ({ browser, page, app }) => {
  const email = await signUp(page, "Cleo");
  const earlier = (await page.context().cookies()).find(({ name }) => name.includes("session"));
  for (const times of [1, 2]) {
    await page.goto("/sign-in");
    await page.getByRole("textbox", { name: "Email" }).fill(email);
    await page.getByLabel("Password").fill("a long password");
    await page.getByRole("main").getByRole("button", { name: "Sign in" }).click();
    await page.waitForURL("/");
    await page.goto("/account");
    const sessions = page.getByRole("region", { name: "Where you’re signed in" }).getByText(/^Since/);
    await expect(sessions, `after ${times} more`).toHaveCount(1);
  }
  const thief = await browser.newContext({ baseURL: app.url });
  if (earlier !== undefined) await thief.addCookies([earlier]);
  const there = await thief.newPage();
  await there.goto("/");
  await expect(there.getByRole("link", { name: "Sign in" })).toBeVisible();
  await thief.close();
});
