import type { Locator, Page } from "@playwright/test";
import { openDatabase } from "#lib/db/database";
import { person } from "../support/browser-people.ts";
import { expect, test } from "./app-test.ts";

const tree = "/exams/sample/questions/tallest-tree";

/** Wherever the focus is, `act` moves it nowhere else than to another element: on the page itself it would be lost. */
async function keeps(page: Page, act: () => Promise<unknown>, outcome: Locator, name: string): Promise<void> {
  await act();
  await expect(outcome, name).toBeVisible();
  // What is removed or moved goes with the outcome, or a moment later, when what was asked for beside it has come.
  await page.waitForTimeout(300);
  // A page that was loaded anew places the focus once its script runs, which a busy machine puts off.
  const focused = () => page.evaluate(() => document.activeElement?.tagName);
  await expect
    .configure({ soft: true })
    .poll(focused, { message: `${name}: the focus is on` })
    .not.toBe("BODY");
}

/** Presses a key on a control, and the focus stays somewhere. */
async function press(page: Page, control: Locator, outcome: Locator, key = "Enter"): Promise<void> {
  const name = `${key} on “${await control.evaluate((element) => element.textContent || element.getAttribute("name"))}”`;
  await control.focus();
  await keeps(page, () => page.keyboard.press(key), outcome, name);
}

const button = (place: Page | Locator, name: string | RegExp) => place.getByRole("button", { name, exact: true });
const field = (place: Page | Locator, name: string) => place.getByRole("textbox", { name });
const said = (page: Page, text: string) =>
  page
    .getByRole("article")
    .filter({ has: page.getByText(text, { exact: true }) })
    .last();

/** Whoever asks to write can type at once. */
const textWithFocus = (page: Page) => page.locator("textarea:focus");

test("no action by keyboard in a discussion, and none on what it leads to, loses the focus", async ({
  browser,
  app,
}) => {
  test.setTimeout(240_000);
  const ada = await person(browser, app.url, "Ada", "tallest-tree");
  await field(ada, "Comment").fill("A first comment");
  await press(ada, button(ada, "Post comment"), said(ada, "A first comment"));
  await press(ada, button(ada, "Reply").first(), textWithFocus(ada));
  await press(ada, ada.getByRole("link", { name: "Cancel" }), button(ada, "Reply").first());
  await press(ada, button(ada, "Reply").first(), textWithFocus(ada));
  await ada.keyboard.type("See @bob");
  await letTimePass(app.databaseUrl);
  await press(ada, button(ada, "Post comment"), said(ada, "See @bob"));
  await press(ada, button(said(ada, "See @bob"), "Edit"), textWithFocus(ada));
  await press(ada, ada.getByRole("link", { name: "Cancel" }), said(ada, "See @bob"));
  await press(ada, button(said(ada, "See @bob"), "Edit"), textWithFocus(ada));
  await ada.keyboard.type("No: ");
  await press(ada, button(ada, "Save"), said(ada, "No: See @bob"));
  await press(ada, button(said(ada, "No: See @bob"), "Delete"), button(ada, "Undo"));
  await press(ada, button(ada, "Undo"), said(ada, "No: See @bob"));
  const sorted = (name: string) => ada.getByRole("group", { name: "Sort" }).getByRole("radio", { name });
  await press(ada, sorted("Top"), sorted("Newest").and(ada.locator(":checked")), "ArrowRight");
  await press(ada, button(ada, "Mute discussion"), button(ada, "Unmute discussion"));

  const root = await person(browser, app.url, "Rufus", "tallest-tree", { administers: app.databaseUrl });
  const first = said(root, "A first comment");
  await press(root, button(first, "Upvote"), first.getByText("1 upvote, 0 downvotes"));
  await press(root, button(first, "Report"), button(root, "Send report"));
  await press(root, root.getByRole("link", { name: "Cancel" }), button(first, "Report"));
  await press(root, button(first, "Report"), button(root, "Send report"));
  await press(root, button(root, "Send report"), root.getByText("Thank you"));

  await root.goto("/moderation");
  const card = root.getByRole("region", { name: "Comment by Ada" });
  await field(card, "Reason").fill("To be sure");
  const act = root.getByRole("listitem").filter({ hasText: "Rufus hid a comment by Ada: “To be sure”" });
  await press(root, button(card, "Hide"), act);
  await press(root, button(act, "Undo"), act.getByText(/undone/));
  await root.goto("/roles");
  await field(root, "Email").fill("nobody@example.org");
  await field(root, "Reason").fill("So be it");
  await press(root, button(root, "Change role"), root.getByRole("alert").filter({ hasText: /\w/ }));
  await root.goto("/invitations");
  await field(root, "For whom").fill("Charles");
  await press(root, button(root, "Create link"), root.getByRole("status").locator("code"));
  await press(root, root.getByRole("button", { name: /Charles/ }), root.locator("h1"));

  await ada.goto("/notifications");
  await press(ada, button(ada, "Mark all as read"), ada.locator("h1"));
  await ada.goto(`${tree}/suggest`);
  const explanation = field(ada, "Explanation");
  await explanation.fill(`${await explanation.inputValue()}\nIndeed.`);
  await press(ada, button(ada, "Check"), ada.getByText("This edit can be sent. Say why above, then send it."));
  await field(ada, "Why").fill("It is so.");
  await press(ada, button(ada, "Send suggestion"), ada.getByText("Thank you."));
  await root.goto("/authoring/suggestions");
  const suggestion = root.getByRole("article", { name: "sample/tallest-tree" }).filter({ hasText: "It is so." });
  await press(root, button(suggestion, "Decline"), suggestion.getByText("Say why you’re declining it."));
  await press(root, button(suggestion, "Accept"), suggestion.getByText("Accepted"));
  await disputeKey(app.databaseUrl, "tallest-tree");
  await root.goto("/authoring?exam=sample");
  const settle = root.locator("#settle-tallest-tree");
  await press(root, settle.locator("summary"), button(settle, "Create the line"));
  await press(root, settle.getByRole("radio").first(), settle.getByRole("radio", { checked: true }), "Space");
  await field(settle, "Why").fill("The source says so");
  await press(root, button(settle, "Create the line"), settle.getByText("dispute: {"));
  await Promise.all([ada, root].map((page) => page.context().close()));
});

test("no action by keyboard in study, and none with an account, loses the focus", async ({ browser, app }) => {
  test.setTimeout(240_000);
  const page = await (await browser.newContext({ baseURL: app.url })).newPage();
  await page.goto("/sign-in");
  await field(page, "Email").fill("nobody@example.org");
  await page.getByLabel("Password").fill("a long password");
  await press(page, button(page, "Sign in"), page.getByRole("alert").filter({ hasText: /\w/ }));
  await page.goto("/sign-up");
  await field(page, "Display name").fill("Moderator");
  await field(page, "Email").fill(`study-${Date.now()}@example.org`);
  await page.getByLabel("Password").fill("a long password");
  await press(page, button(page, "Create account"), page.locator("[aria-invalid=true]").first());
  await field(page, "Display name").fill("Charles");
  await page.getByLabel("Password").fill("a long password");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("link", { name: "Account of Charles" })).toBeVisible();

  await page.goto("/account");
  await field(page, "Display name").fill("Charlie");
  await press(page, button(page, "Change name"), page.getByText("Your name has been changed."));
  await page.getByRole("region", { name: "Password" }).getByLabel("New password").fill("short");
  await press(
    page,
    button(page, "Change password"),
    page.getByRole("region", { name: "Password" }).locator("[aria-invalid=true], :invalid").first(),
  );
  await page.goto("/settings");
  await press(page, page.getByRole("radio", { name: "Dark" }), page.locator("h1"), "Space");
  await press(page, button(page, "Save settings"), page.getByRole("status").filter({ hasText: /\w/ }));

  await page.goto("/exams/sample");
  const heading = (n: number) => page.getByRole("heading", { level: 1, name: `Question ${n} of 9` });
  await press(page, button(page, "Start study"), heading(1));
  await press(page, button(page, "Flag"), heading(1));
  await press(page, page.getByRole("radio", { name: "Not sure" }), heading(1), "Space");
  await press(page, page.locator("summary").filter({ hasText: "Note" }), field(page, "Note"));
  await field(page, "Note").fill("Look this up");
  await press(
    page,
    page.getByText("Question map"),
    page
      .getByRole("link", { name: /^Question 2/ })
      .or(heading(1))
      .first(),
  );
  for (let n = 1; n <= 9; n++) {
    await press(page, button(page, "I don’t know"), page.getByRole("heading", { name: "Incorrect" }));
    if (n < 9) await press(page, button(page, "Next").or(page.getByRole("link", { name: "Next" })), heading(n + 1));
  }
  await press(page, button(page, "Previous").or(page.getByRole("link", { name: "Previous" })), heading(8));
  await page.goto("/notes");
  await page.getByRole("searchbox").fill("look");
  await press(page, button(page, "Search"), page.getByText("1 question", { exact: true }));
  await press(page, page.locator("h2").getByRole("link"), page.getByRole("heading", { name: "Your note" }));
  await page.goto("/");
  await press(page, button(page, /^Discard/), page.getByRole("dialog"));
  await press(page, page.getByRole("dialog").getByRole("button").first(), page.locator("h1"));
  await page.goto("/exams/sample/mock");
  await press(page, button(page, "Begin exam"), page.getByRole("timer"));
  await page.context().close();
});

/** Has an author doubt the key of a question. */
async function disputeKey(databaseUrl: string, name: string): Promise<void> {
  const db = openDatabase(databaseUrl);
  const { id: questionId, revisionId } = await db.read.question.findUniqueOrThrow({
    where: { examSlug_name: { examSlug: "sample", name } },
  });
  const data = {
    revisionId: revisionId ?? "",
    questionId,
    openedAt: new Date(),
    openedBy: "author",
    reason: "Doubtful",
  };
  await db.write((tx) => tx.dispute.create({ data })).finally(() => db.close());
}

/** A new account waits half a minute between two comments. */
async function letTimePass(databaseUrl: string): Promise<void> {
  const db = openDatabase(databaseUrl);
  const createdAt = new Date(Date.now() - 60_000);
  await db.write((tx) => tx.comment.updateMany({ data: { createdAt } })).finally(() => db.close());
}

test("a plan of an account is shown as soon as it is saved, and no action on it loses the focus", async ({
  browser,
  app,
}) => {
  const page = await person(browser, app.url, "Planner", "tallest-tree");
  await page.goto("/plan");
  await page.getByLabel("Exam date").fill(new Date(Date.now() + 21 * 86_400_000).toISOString().slice(0, 10));
  await press(page, button(page, "Save plan"), page.getByText("Forecast", { exact: true }));
  await press(page, button(page, "Create a new address"), page.getByText("The calendar has a new address."));
  await press(page, button(page, "Delete plan"), page.locator("body:not(:has(table))"));
  await page.context().close();
});
