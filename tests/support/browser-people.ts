import { type Browser, type BrowserContextOptions, expect, type Page } from "@playwright/test";
import { openDatabase } from "#lib/db/database";

let people = 0;

/** Somebody with a new account and a browser of their own, who has answered the question; an administrator of the database that `administers` names. */
export async function person(
  browser: Browser,
  url: string,
  name: string,
  question: string,
  options: BrowserContextOptions & { email?: string; administers?: string } = {},
): Promise<Page> {
  const { email = `person-${++people}-${Date.now()}@example.org`, administers, ...context } = options;
  const page = await (await browser.newContext({ baseURL: url, ...context })).newPage();
  await page.goto(`/sign-up?returnTo=/exams/sample/questions/${question}`);
  await page.getByRole("textbox", { name: "Display name" }).fill(name);
  await page.getByRole("textbox", { name: "Email" }).fill(email);
  await page.getByLabel("Password").fill("a long password");
  await page.getByRole("button", { name: "Create account" }).click();
  await page.getByRole("button", { name: "Check answer" }).waitFor();
  if (administers !== undefined) await makeAdministrator(administers, email);
  await answerIt(page);
  return page;
}

/** Gives the account with this address the role of an administrator. */
export async function makeAdministrator(databaseUrl: string, email: string): Promise<void> {
  const db = openDatabase(databaseUrl);
  const change = { where: { email }, data: { role: "administrator" }, select: { id: true } };
  await db.write((tx) => tx.user.update(change)).finally(() => db.close());
}

/** Answers the question that the page is about to show. */
export async function answerIt(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Check answer" }).waitFor();
  await page.getByRole("radio").first().check();
  await page.getByRole("button", { name: "Check answer" }).click();
  await expect(page.getByRole("heading", { name: "Discussion" })).toBeVisible();
}

export async function write(page: Page, text: string): Promise<void> {
  await page.getByRole("textbox", { name: "Comment" }).fill(text);
  await page.getByRole("button", { name: "Post comment" }).click();
}
