import type { Browser, Page } from "@playwright/test";
import type { AppServer } from "../support/app-server.ts";
import { person, write } from "../support/browser-people.ts";
import { brokenWords, hold, visit } from "../support/hold-to-axe.ts";
import { expect, test } from "./app-test.ts";

async function guestOf(browser: Browser, app: AppServer): Promise<Page> {
  return (await browser.newContext({ baseURL: app.url, reducedMotion: "reduce" })).newPage();
}

const tree = "/exams/sample/questions/tallest-tree";
const button = (page: Page, name: string | RegExp) => page.getByRole("button", { name });

test("axe finds nothing on the pages that a stranger sees", async ({ browser, app }) => {
  test.setTimeout(300_000);
  const page = await guestOf(browser, app);
  const open = ["/", "/exams/sample", "/exams/sample/mock", "/help", "/search?q=sample", "/sign-in", "/sign-up"];
  await visit(page, [...open, "/settings", "/notes", "/review", "/plan", "/progress", "/no-such-page"]);
  await page.context().close();
});

test("axe finds nothing on a question of any kind, before and after it is checked", async ({ browser, app }) => {
  test.setTimeout(300_000);
  const page = await guestOf(browser, app);
  await page.goto("/exams/sample");
  await button(page, "Start study").click();
  for (let n = 1; n <= 9; n++) {
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(`Question ${n} of 9`);
    await expect(page.getByRole("status")).toHaveText("Saved");
    const kind = await page.locator("#item").evaluate((form) => {
      const part = ["ordering", "matching"][["place:", "pair:"].findIndex((name) => form.innerHTML.includes(name))];
      return part ?? form.querySelector<HTMLInputElement>('[name="option"], [name="value"]')?.type;
    });
    await hold(page, `a question of kind ${kind}`);
    expect.soft(await brokenWords(page, 390, 200), `${kind}: words broken at 200 % text on a phone`).toEqual([]);
    await button(page, "I don’t know").click();
    await expect(page.getByRole("heading", { name: "Discussion" })).toBeVisible();
    if (n <= 2 || kind === "ordering" || kind === "matching") await hold(page, `${kind}, checked`);
    await button(page, "Next").click();
  }
  await hold(page, "the end of a study session");
  await button(page, "End session").click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Result");
  await hold(page, "the summary of a study session");
  await page.context().close();
});

test("axe finds nothing in a mock exam, its map, its last page and its result", async ({ browser, app }) => {
  test.setTimeout(300_000);
  const page = await guestOf(browser, app);
  await page.goto("/exams/sample/mock");
  await button(page, "Begin exam").click();
  await expect(page.getByRole("timer")).toBeVisible();
  await page.getByText("Question map").click();
  await hold(page, "a mock exam with its map");
  await button(page, "Flag").click();
  await page.goto(page.url().replace(/\d+$/, "review"));
  await hold(page, "check your answers");
  await button(page, "Submit exam").click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Result");
  await hold(page, "the result of a mock exam");
  await page.getByRole("region", { name: "Questions" }).getByRole("listitem").first().getByRole("link").click();
  await hold(page, "an item of a result");
  await page.context().close();
});

test("axe finds nothing in a thread, and on the pages of accounts and of those who run the site", async ({
  browser,
  app,
}) => {
  test.setTimeout(300_000);
  const options = { administers: app.databaseUrl, reducedMotion: "reduce" as const };
  const page = await person(browser, app.url, "Ruth", "tallest-tree", options);
  const other = await person(browser, app.url, "Bob", "tallest-tree");
  await write(other, "See `x` and **that**, @ruth");
  await expect(other.getByRole("article", { name: "Bob" })).toBeVisible();
  await page.goto(tree);
  await button(page, "Reply").first().click();
  await hold(page, "a thread with a reply being written");
  await button(page, "Report").first().click();
  await hold(page, "a thread with a report being written");
  await button(page, "Send report").click();
  await expect(page.getByText("Thank you")).toBeVisible();
  await visit(page, ["/account", "/notifications", "/moderation", "/authoring", "/invitations", "/roles"]);
  await Promise.all([page, other].map((each) => each.context().close()));
});

test("axe finds nothing on the pages of a learner who has begun something", async ({ browser, app }) => {
  test.setTimeout(300_000);
  const page = await person(browser, app.url, "Lea", "widest-field", { reducedMotion: "reduce" });
  await hold(page, "a question on its own page, answered");
  await page.goto("/exams/sample");
  await button(page, "Start study").click();
  await page.getByText("Note", { exact: true }).click();
  await page.getByRole("textbox", { name: "Note" }).fill("Look this up");
  await button(page, "Flag").click();
  await expect(page.getByText("Saved", { exact: true })).toBeVisible();
  await page.locator("h1").click();
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog")).toBeVisible();
  await hold(page, "the keys of a question");
  await button(page, "Close").click();
  await button(page, "I don’t know").click();
  await expect(page.getByRole("heading", { name: "Explanation" })).toBeVisible();
  await visit(page, ["/", "/exams/sample", "/notes", "/review", "/search?q=note"]);
  await page.goto("/");
  await button(page, /^Discard/).click();
  await hold(page, "what is asked before an attempt is discarded");
  await page.goto("/plan");
  await page.getByLabel("Exam date").fill(new Date(Date.now() + 21 * 86_400_000).toISOString().slice(0, 10));
  await button(page, "Save plan").click();
  await expect(page.getByText("Forecast", { exact: true })).toBeVisible();
  await hold(page, "a plan");
  await page.goto("/exams/sample/mock");
  await button(page, "Begin exam").click();
  await button(page, "Finish").click();
  await button(page, "Submit exam").click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Result");
  await visit(page, [`${new URL(page.url()).pathname}?full=1`, "/progress", "/exams/sample", "/"]);
  await page.context().close();
});

test("axe finds nothing on the pages that few people ever see", async ({ browser, app }) => {
  test.setTimeout(300_000);
  const options = { administers: app.databaseUrl, reducedMotion: "reduce" as const };
  const page = await person(browser, app.url, "Rita", "longest-river", options);
  const other = await person(browser, app.url, "Olaf", "longest-river", { reducedMotion: "reduce" });
  const river = "/exams/sample/questions/longest-river";
  await write(other, "As it was");
  const own = other.getByRole("article", { name: "Olaf" });
  await own.getByRole("button", { name: "Edit" }).click();
  await other.locator("form:has([name=edited]) textarea").fill("As it is");
  await button(other, "Save").click();
  await expect(own.getByText("As it is")).toBeVisible();
  const id = String(await own.getAttribute("id")).replace("comment-", "");
  await other.goto(`${river}/suggest`);
  await other.getByRole("textbox", { name: "Option B", exact: true }).fill("");
  await button(other, "Check").click();
  await expect(other.getByRole("alert").first()).not.toBeEmpty();
  await hold(other, "a suggestion with problems");
  await other.goto(`${river}/suggest`);
  await other.getByRole("textbox", { name: "Explanation", exact: true }).fill("It is longer than the others.");
  await other.getByRole("textbox", { name: "Why", exact: true }).fill("Shorter");
  await button(other, "Send suggestion").click();
  await expect(other.getByText("Thank you.")).toBeVisible();
  await visit(page, [
    `${river}?comment=${id}`,
    `${river}/comments/${id}`,
    `${river}/revisions/1`,
    `${river}?edit=${id}`,
  ]);
  await visit(page, ["/authoring/suggestions", `/moderation/comments/${id}`, "/preview/sample/longest-river"]);
  const guest = await guestOf(browser, app);
  await guest.goto("/sign-up");
  await guest.getByRole("textbox", { name: "Display name" }).fill("Moderator");
  await guest.getByRole("textbox", { name: "Email" }).fill("somebody@example.org");
  await guest.getByLabel("Password").fill("a long password");
  await button(guest, "Create account").click();
  await expect(guest.locator("[aria-invalid=true]").first()).toBeVisible();
  await hold(guest, "a sign-up that was refused");
  await visit(guest, ["/first-administrator", "/sign-in/code", "/confirm-address?token=1", "/reset-password?token=1"]);
  await Promise.all([page, other, guest].map((each) => each.context().close()));
});
