import { type Browser, type BrowserContextOptions, expect, type Page } from "@playwright/test";

let people = 0;

/** Somebody with a new account and a browser of their own, who has answered the question. */
export async function person(
  browser: Browser,
  url: string,
  name: string,
  question: string,
  options: BrowserContextOptions & { email?: string } = {},
): Promise<Page> {
  const { email = `person-${++people}-${Date.now()}@example.org`, ...context } = options;
  const page = await (await browser.newContext({ baseURL: url, ...context })).newPage();
  await page.goto(`/sign-up?returnTo=/exams/sample/questions/${question}`);
  await page.getByRole("textbox", { name: "Display name" }).fill(name);
  await page.getByRole("textbox", { name: "Email" }).fill(email);
  await page.getByLabel("Password").fill("a long password");
  await page.getByRole("button", { name: "Create account" }).click();
  await answerIt(page);
  return page;
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
