import { type Browser, type BrowserContextOptions, expect, type Page } from "@playwright/test";
import { openDatabase } from "#lib/db/database";

let people = 0;

/**
 * Someone with a new account and a separate browser, who has answered the question; an administrator of the database
 * that `administers` names.
 */
export async function person(
  browser: Browser,
  url: string,
  name: string,
  question: string,
  options: BrowserContextOptions & { email?: string; administers?: string } = {},
): Promise<Page> {
  const { email = `person-${++people}-${Date.now()}@example.org`, administers, ...context } = options;
  const page = await (await browser.newContext({ baseURL: url, ...context })).newPage();
  await signUp(page, url, { name, email, password: "a long password" });
  if (administers !== undefined) await makeAdministrator(administers, email);
  await page.goto(`/exams/sample/questions/${question}`);
  await answerIt(page);
  return page;
}

/** Sends the form of /sign-up as a browser without script does; rendering the page takes most of the time of signing up. */
async function signUp(page: Page, url: string, fields: Readonly<Record<string, string>>): Promise<void> {
  const html = await (await page.request.get("/sign-up")).text();
  const form = html.split("<form").find((part) => part.includes('name="password"')) ?? "";
  const hidden = [...form.matchAll(/<input type="hidden"[^>]*>/g)].map(([input]) => {
    const attributeOf = (attribute: string) => new RegExp(` ${attribute}="([^"]*)"`).exec(input)?.[1] ?? "";
    return [attributeOf("name"), attributeOf("value").replaceAll("&quot;", '"').replaceAll("&amp;", "&")] as const;
  });
  const multipart = { ...Object.fromEntries(hidden), ...fields };
  const sent = await page.request.post("/sign-up", { multipart, headers: { Origin: url }, maxRedirects: 0 });
  const alerts = [...(await sent.text()).matchAll(/role="alert"[^>]*>([^<]+)/g)].map(([, sentence]) => sentence);
  expect(sent.status(), `an account for ${fields.name}: ${alerts.join(" ")}`).toBe(303);
}

/** Gives the account with this address the role of an administrator. */
export async function makeAdministrator(databaseUrl: string, email: string): Promise<void> {
  const db = openDatabase(databaseUrl);
  const change = { where: { email }, data: { role: "administrator" }, select: { id: true } };
  await db.write((tx) => tx.user.update(change)).finally(() => db.close());
}

/** Answers the question whose page is about to be opened. */
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
