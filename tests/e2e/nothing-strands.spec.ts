import type { Locator, Page } from "@playwright/test";
import { openDatabase } from "#lib/db/database";
import { longestComment } from "#lib/discussion/longest-comment";
import { randomFrom } from "#lib/exam/random";
import { person, write } from "../support/browser-people.ts";
import { expect, test } from "./app-test.ts";

test("a session that ends while somebody edits or votes leads to signing in and back, with the text kept", async ({
  browser,
  app,
}) => {
  const email = `ends-${Date.now()}@example.org`;
  const other = await person(browser, app.url, "Stays", "tallest-tree");
  await write(other, "Of somebody else");
  await expect(said(other, "Of somebody else")).toBeVisible();
  const page = await person(browser, app.url, "Ends", "tallest-tree", { email });
  await write(page, "As it was");
  await said(page, "As it was").getByRole("button", { name: "Edit" }).click();
  const text = page.locator("form:has([name=edited]) textarea");
  await text.fill("As it should be");
  await endSessions(app.databaseUrl, email);
  await page.getByRole("button", { name: "Save" }).click();
  await signIn(page, email);
  await expect(text).toHaveValue("As it should be");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(said(page, "As it should be")).toBeVisible();

  await endSessions(app.databaseUrl, email);
  const upvote = said(page, "Of somebody else").getByRole("button", { name: "Upvote" });
  await upvote.click();
  await signIn(page, email);
  await expect(page).toHaveURL(/\/exams\/sample\/questions\/tallest-tree/);
  await upvote.click();
  await expect(upvote).toHaveAttribute("aria-pressed", "true");
  await Promise.all([page, other].map((each) => each.context().close()));
});

test("without script, nothing that is sent after the session ended is lost, however long", async ({ browser, app }) => {
  const email = `plain-${Date.now()}@example.org`;
  const other = await person(browser, app.url, "Talks", "tallest-tree");
  await write(other, "To be answered");
  await expect(said(other, "To be answered")).toBeVisible();
  const page = await person(browser, app.url, "Plain", "tallest-tree", { email, javaScriptEnabled: false });
  const question = page.url();
  const press = (name: string) => page.getByRole("button", { name, exact: true }).click();
  const comeBack = (button: string, text: string) => sendTooLate(page, app.databaseUrl, { email, button, text });
  const field = (name: string) => page.getByRole("textbox", { name, exact: true });

  const random = randomFrom("noise");
  const long = Array.from({ length: longestComment }, () => String.fromCodePoint(0x4e00 + random.integer(20_000)));
  for (const [button, text] of [
    ["Preview", "Written by hand"],
    ["Post comment", long.join("")],
  ] as const) {
    await field("Comment").fill(text);
    await page.getByRole("combobox", { name: "Selected answer" }).selectOption("B");
    await comeBack(button, text.slice(0, 100));
    await expect(field("Comment")).toHaveValue(text);
    await expect(page.getByRole("combobox", { name: "Selected answer" }).locator(":checked")).toHaveText("B");
  }
  await field("Comment").fill("Written by hand");
  await press("Post comment");
  await expect(said(page, "Written by hand")).toBeVisible();

  const form = (kind: string) => page.locator(`form:has([name=${kind}])`);
  await said(page, "Written by hand").getByRole("button", { name: "Edit" }).click();
  await form("edited").locator("textarea").fill("Written better");
  await comeBack("Save", "Written better");
  await expect(form("edited").locator("textarea")).toHaveValue("Written better");

  await page.goto(question);
  await said(page, "To be answered").getByRole("button", { name: "Reply" }).click();
  await form("parent").locator("textarea").fill("My reply");
  await comeBack("Post comment", "My reply");
  await expect(form("parent").locator("textarea")).toHaveValue("My reply");

  await page.goto(question);
  await said(page, "To be answered").getByRole("button", { name: "Report" }).click();
  await page.getByRole("combobox", { name: "Reason" }).selectOption("abuse");
  await field("Details").fill("It insults trees");
  await comeBack("Send report", "It insults trees");
  await expect(field("Details")).toHaveValue("It insults trees");
  await expect(page.getByRole("combobox", { name: "Reason" })).toHaveValue("abuse");
  await press("Send report");
  await expect(page.getByText("Thank you")).toBeVisible();

  await page.goto(`${question}/suggest`);
  await field("Question").fill("Which tree is the tallest of all?");
  await field("Why").fill("It is clearer");
  await comeBack("Send suggestion", "Which tree is the tallest of all?");
  await expect(field("Question")).toHaveValue("Which tree is the tallest of all?");
  await expect(field("Why")).toHaveValue("It is clearer");

  await page.goto("/exams/sample");
  await page.getByRole("button", { name: /^(Start|Continue) study/ }).click();
  await page.getByText("Note", { exact: true }).first().click();
  await page.locator("#note").fill("To remember");
  await comeBack("Next", "To remember");
  await page.goto("/notes");
  await expect(page.getByText("To remember")).toBeVisible();
  await Promise.all([page, other].map((each) => each.context().close()));
});

test("without script, the reason of a moderator and the reply to a suggestion are not lost either", async ({
  browser,
  app,
}) => {
  const email = `staff-${Date.now()}@example.org`;
  const ada = await person(browser, app.url, "Ada", "tallest-tree");
  await write(ada, "Off the subject");
  await expect(said(ada, "Off the subject")).toBeVisible();
  await ada.goto("/exams/sample/questions/tallest-tree/suggest");
  await ada.getByRole("textbox", { name: "Explanation", exact: true }).fill("It is taller than the others.");
  await ada.getByRole("textbox", { name: "Why", exact: true }).fill("Shorter");
  await ada.getByRole("button", { name: "Send suggestion" }).click();
  await expect(ada.getByText("Thank you.")).toBeVisible();
  const options = { email, javaScriptEnabled: false, administers: app.databaseUrl };
  const page = await person(browser, app.url, "Rufus", "tallest-tree", options);
  const comeBack = (button: string, text: string) => sendTooLate(page, app.databaseUrl, { email, button, text });
  await page.reload();
  await said(page, "Off the subject").getByRole("link", { name: "Moderate" }).click();
  const reason = page.getByRole("textbox", { name: "Reason" });
  await reason.fill("It is about rivers");
  await comeBack("Hide", "It is about rivers");
  await expect(reason).toHaveValue("It is about rivers");
  await page.getByRole("button", { name: "Hide", exact: true }).click();
  await expect(page.getByText("hidden", { exact: true })).toBeVisible();
  await page.goto("/authoring/suggestions");
  const reply = page.getByRole("textbox", { name: "Reply" }).first();
  await reply.fill("The length is as it should be");
  await comeBack("Decline", "The length is as it should be");
  await expect(reply).toHaveValue("The length is as it should be");
  await Promise.all([page, ada].map((each) => each.context().close()));
});

test("a start that waits for the server says so, and goes on by itself", async ({ page }) => {
  await page.clock.install();
  await page.goto("/exams/sample/mock");
  let answer = () => {};
  const held = new Promise<void>((resolve) => {
    answer = resolve;
  });
  await page.route("**/exams/sample/mock", async (route) => {
    if (route.request().method() === "POST") await held;
    await route.continue();
  });
  const begin = page.getByRole("button", { name: "Begin exam" });
  await begin.click();
  await expect(begin).toHaveAttribute("aria-disabled", "true");
  await page.clock.fastForward(4_000);
  await expect(page.getByRole("status").filter({ hasText: "Still waiting for the server." })).toBeVisible();
  answer();
  await expect(page).toHaveURL(/\/attempts\/[^/]+\/1$/);
});

test("the time spent on a question is kept when its page is left and when its tab is closed", async ({
  page: first,
  context,
}) => {
  await first.clock.install();
  await first.goto("/exams/sample/mock");
  await first.getByRole("button", { name: "Begin exam" }).click();
  await expect(first.getByRole("status")).toHaveText("Saved");
  const question = first.url();
  await first.clock.fastForward(15_000);
  await first.goto("/exams/sample");
  await first.goto(question);
  await expect(first.getByRole("status")).toHaveText("Saved");
  await first.clock.fastForward(20_000);
  const closed = first.waitForEvent("close");
  await first.close({ runBeforeUnload: true });
  await closed;
  const page = await context.newPage();
  await page.goto(question);
  await page.getByRole("button", { name: "Finish" }).click();
  await page.getByRole("button", { name: "Submit exam" }).click();
  const pace = await page.getByRole("link", { name: /^1 / }).textContent();
  expect(Number(/(\d+) s$/.exec(pace ?? "")?.[1])).toBeGreaterThanOrEqual(35);
});

function said(page: Page, text: string): Locator {
  return page.getByRole("article").filter({ has: page.getByText(text, { exact: true }) });
}

/** Presses a button after the session has ended, signs in in another tab, and goes on in this one. */
async function sendTooLate(
  page: Page,
  databaseUrl: string,
  { email, button, text }: Readonly<Record<"email" | "button" | "text", string>>,
): Promise<void> {
  const press = (name: string) => page.getByRole("button", { name, exact: true }).first().click();
  await endSessions(databaseUrl, email);
  await press(button);
  await expect(page.getByRole("heading", { name: "You’re signed out" })).toBeVisible();
  await expect(page.getByRole("region", { name: "What you wrote" })).toContainText(text);
  await press("Continue");
  await expect(page.getByRole("alert")).toHaveText("You’re still signed out. Sign in first.");
  const opened = page.waitForEvent("popup");
  await page.getByRole("link", { name: "Sign in in a new tab" }).click();
  const beside = await opened;
  await signIn(beside, email);
  await expect(beside.getByRole("link", { name: "Sign in" })).toHaveCount(0);
  await beside.close();
  await press("Continue");
}

async function signIn(page: Page, email: string): Promise<void> {
  await page.getByRole("textbox", { name: "Email" }).fill(email);
  await page.getByLabel("Password").fill("a long password");
  await page.getByRole("button", { name: "Sign in" }).click();
}

/** Ends every session of an account, as an administrator or another device of theirs does. */
async function endSessions(databaseUrl: string, email: string): Promise<void> {
  const db = openDatabase(databaseUrl);
  await db.write((tx) => tx.session.deleteMany({ where: { user: { email } } })).finally(() => db.close());
}
