import { execFile } from "node:child_process";
import { cp, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { mailer } from "#lib/mail/mailer";
import { sendDigests } from "#lib/notifications/write/digest";
import { write } from "../support/browser-people.ts";
import { type Company, comment, disperse, gather, moderate, say, undo } from "../support/company.ts";
import { english } from "../support/in-english.ts";
import { expect, test } from "./app-test.ts";
import { longRun } from "./short-run.ts";

const _execute = promisify(execFile);
const _moderatorsMail = "moderator@example.org";
const tree = "/exams/sample/questions/tallest-tree";
const _field = "/exams/sample/questions/widest-field";

/** One server and one company for all tests of this file, which go on where the one before ended. */
test.describe.configure({ mode: "serial" });
test.skip(() => test.info().project.name !== "sqlite", "the integration tests run each of these on both databases");

let company: Company;
test.beforeAll(async ({ browser, content }) => {
  test.setTimeout(120_000);
  company = await gather(browser, content);
});
test.afterAll(() => disperse(company));

test("by keyboard alone, 320 px wide: vote, reply with a mention; nothing shifts", async () => {
  await write(company.ada, "Root by Ada");
  await expect(comment(company.ada, "Root by Ada")).toBeVisible();
  const page = company.bob;
  await page.addInitScript(() => {
    const shifts: number[] = [];
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) shifts.push((entry as unknown as { value: number }).value);
    }).observe({ type: "layout-shift", buffered: true });
  });
  await page.goto(tree);
  const root = comment(page, "Root by Ada");
  await root.getByRole("link").first().focus();
  await page.keyboard.press("Tab");
  await expect(root.getByRole("button", { name: "Upvote" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(root.getByRole("button", { name: "Upvote" })).toHaveAttribute("aria-pressed", "true");
  await expect(root.getByRole("button", { name: "Upvote" })).toBeFocused();
  await expect(root.getByText("1 upvote, 0 downvotes")).toBeAttached();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await expect(root.getByRole("button", { name: "Reply" })).toBeFocused();
  const shifted = () =>
    page.evaluate(() => (window as unknown as { shifts: number[] }).shifts.reduce((a, b) => a + b, 0));
  await company.moderator.goto(tree);
  await write(company.moderator, "Nothing may move");
  await expect(page.getByRole("button", { name: "1 new comment" })).toBeVisible();
  await expect(root.getByRole("button", { name: "Reply" })).toBeFocused();
  expect(await shifted()).toBeLessThan(0.01);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("textbox", { name: "Comment" })).toBeFocused();
  await page.keyboard.type("Hear, @ada-lovelace");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("button", { name: "Post comment" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(comment(page, "Hear, @ada-lovelace").last()).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
});

test(
  "deep replies stand flat and say whom they answer; who muted the thread hears no more of it",
  longRun,
  async () => {
    const page = company.ada;
    await page.goto(tree);
    await expect(page.getByRole("link", { name: "Notifications 1 unread" })).toBeVisible();
    const id = ((await comment(page, "Hear, @ada").last().getAttribute("id")) ?? "").replace("comment-", "");
    const third = await say(company.db, "Ada Lovelace", "level 2", id);
    const fourth = await say(company.db, "Bob", "level 3", third);
    const fifth = await say(company.db, "Ada Lovelace", "level 4", fourth);
    await say(company.db, "Mo", "level 5", fifth);
    await page.goto(tree);
    await expect(page.getByRole("link", { name: "Notifications 3 unread" })).toBeVisible();
    await expect(page.locator("ol ol ol ol")).toHaveCount(0 + 1);
    await expect(page.locator("ol ol ol ol ol")).toHaveCount(0);
    await comment(page, "level 5").getByRole("link", { name: "in reply to Ada Lovelace" }).click();
    await expect(page).toHaveURL(new RegExp(`comment=${fifth}#comment-${fifth}$`));
    await page.goto("/notifications");
    await expect(page.getByText("Bob replied to you.").first()).toBeVisible();
    await page.getByRole("button", { name: "Mark all as read" }).click();
    await expect(page.getByRole("link", { name: "Notifications", exact: true })).toBeVisible();

    await page.goto(tree);
    await page.getByRole("button", { name: "Mute discussion" }).click();
    await expect(page.getByRole("button", { name: "Unmute discussion" })).toBeVisible();
    await say(company.db, "Bob", "Into the silence, @ada-lovelace", fifth);
    await page.reload();
    await expect(page.getByRole("link", { name: "Notifications", exact: true })).toBeVisible();
    await page.getByRole("button", { name: "Unmute discussion" }).click();
    await expect(page.getByRole("button", { name: "Mute discussion" })).toBeVisible();
  },
);

test("a moderator pins, marks and locks; the reader sees it, and each is undone", async () => {
  const page = company.moderator;
  await page.goto(tree);
  const root = comment(page, "Root by Ada");
  await root.getByRole("link", { name: "Moderate" }).click();
  await moderate(company.moderator, "Pin", "best of all");
  await moderate(company.moderator, "Mark as answered by the authors", "so say the authors");
  await moderate(company.moderator, "Lock discussion", "enough said");
  await company.bob.goto(`${tree}?sort=newest`);
  const first = company.bob.getByRole("article").first();
  await expect(first).toContainText("Root by Ada");
  await expect(first.getByText("Pinned")).toBeVisible();
  await expect(first.getByText("✓ Answered by the authors")).toBeVisible();
  await expect(company.bob.getByText("A moderator has locked this discussion")).toBeVisible();
  await expect(company.bob.getByRole("textbox", { name: "Comment" })).toHaveCount(0);
  await expect(company.bob.getByRole("button", { name: "Reply" })).toHaveCount(0);
  for (const reason of ["best of all", "so say the authors", "enough said"]) await undo(company.moderator, reason);
  await company.bob.reload();
  await expect(company.bob.getByRole("textbox", { name: "Comment" })).toBeVisible();
  await expect(company.bob.getByText("Pinned")).toHaveCount(0);
  await expect(company.bob.getByText("✓ Answered by the authors")).toHaveCount(0);
});

test("a warning and a suspension reach the author, are undone within 30 days, and not later", async () => {
  const page = company.moderator;
  const text = comment(page, "Hear, @ada-lovelace").last();
  await page.goto(tree);
  await text.getByRole("link", { name: "Moderate" }).click();
  await moderate(company.moderator, "Warn the author", "Mind your tone");
  await moderate(company.moderator, "Suspend the author", "Mind it for a while", 3);
  await company.bob.goto(tree);
  await write(company.bob, "May I?");
  await expect(company.bob.getByRole("alert").filter({ hasText: "can’t post at the moment" })).toBeVisible();
  await company.bob.goto("/notifications");
  await expect(company.bob.getByText("A moderator wrote to you: Mind your tone")).toBeVisible();
  await expect(company.bob.getByText(/suspended you from posting until .+: Mind it for a while/)).toBeVisible();
  await undo(company.moderator, "Mind it for a while");
  await company.bob.goto(tree);
  await expect(company.bob.getByRole("textbox", { name: "Comment" })).toHaveValue("May I?");

  const monthAgo = new Date(Date.now() - 31 * 24 * 60 * 60 * 1000);
  await company.db.write((tx) =>
    tx.moderationAct.updateMany({ where: { act: "warn" }, data: { createdAt: monthAgo } }),
  );
  await page.reload();
  const entry = page.getByRole("listitem").filter({ hasText: "Mind your tone" });
  await expect(entry).toContainText("Mo warned Bob: “Mind your tone”");
  await expect(entry.getByRole("button", { name: "Undo" })).toHaveCount(0);
});

test("who reported a comment hears the verdict", longRun, async () => {
  await say(company.db, "Ada Lovelace", "Buy this");
  await company.bob.goto(`${tree}?sort=newest`);
  await comment(company.bob, "Buy this").getByRole("button", { name: "Report" }).click();
  await company.bob.getByRole("button", { name: "Send report" }).click();
  await expect(company.bob.getByText("Thank you")).toBeVisible();
  await company.moderator.goto("/moderation");
  const card = company.moderator.getByRole("region", { name: "Comment by Ada Lovelace" });
  await card.getByRole("textbox", { name: "Reason" }).fill("Advertising");
  await card.getByRole("button", { name: "Hide" }).click();
  await expect(company.moderator.getByText("No open reports.")).toBeVisible();
  await company.bob.goto("/notifications");
  await expect(company.bob.getByText("A comment you reported was hidden.")).toBeVisible();
  await company.ada.goto("/notifications");
  await expect(company.ada.getByText("Your comment was hidden: Advertising")).toBeVisible();
});

test("an edit of the question marks what was said of the earlier wording, and tells of a changed key", async ({
  content,
}) => {
  const edited = join(company.app.folder, "edited");
  await cp(content, edited, { recursive: true });
  const file = join(edited, "sample/tallest-tree.md");
  const before = await readFile(file, "utf8");
  // Everybody here is new: a first answer counts from a learner of a minute on.
  await company.db.write((tx) => tx.disclosure.updateMany({ data: { counts: true } }));
  await company.ada.goto(tree);
  await expect(
    company.ada
      .getByRole("table", { name: /First answers/ })
      .getByRole("row")
      .nth(1),
  ).toBeVisible();
  const changed = before
    .replace("called tallest", "called the tallest of all")
    .replace("- [ ] Sample oak", "- [x] Sample oak")
    .replace("- [x] Sample fir", "- [ ] Sample fir")
    .replace("> Note on sample ash.", "> Note on sample fir.")
    .replace("- [ ] Sample elm", "- [ ] Sample larch");
  await writeFile(file, changed);
  await company.app.sync(edited);
  await company.bob.goto(tree);
  const link = comment(company.bob, "Root by Ada").first().getByRole("link", { name: "about an earlier wording" });
  await link.click();
  await expect(company.bob.getByRole("heading", { level: 1 })).toHaveText("Wording 1 and wording 2");
  await expect(company.bob.locator("main ins").filter({ hasText: "tallest of all" })).toHaveCount(1);
  await expect(company.bob.locator("main del").filter({ hasText: "Sample elm" })).toHaveCount(1);
  await expect(company.bob.getByText("It has changed.")).toBeVisible();
  // The options changed: answers to the old ones are no longer counted.
  await company.ada.goto(tree);
  await expect(company.ada.getByRole("table", { name: /First answers/ })).toHaveCount(0);
  await company.ada.goto("/notifications");
  const reported = company.ada.getByRole("link", {
    name: "The correct answer to a question you answered has changed.",
  });
  await reported.click();
  await expect(company.ada).toHaveURL(/tallest-tree$/);
});

test("the feed tells anybody what is talked about, and nothing of what is said or correct", async ({ request }) => {
  const read = async () => (await request.get(`${company.app.url}/exams/sample/feed.xml`)).text();
  const feed = await read();
  expect(feed).toContain("Which of these sample trees is called the tallest of all?");
  expect(feed).toContain(`${company.app.url}${tree}`);
  expect(feed).toMatch(/<summary>\d+ comments<\/summary>/);
  expect(feed).not.toMatch(/Root by Ada|level \d|Traveller|Ada Lovelace|Bob|secret of|Sample oak/);
  const signedIn = await company.ada.request.get("/exams/sample/feed.xml");
  expect(await signedIn.text()).toBe(feed);
});

test("a mail tells once a day what is unread, to who did not stop it, without any text", longRun, async () => {
  await say(company.db, "Mo", "Words for @ada-lovelace and @bob alone");
  await company.bob.goto("/notifications");
  await company.bob.getByRole("button", { name: "Stop emails" }).click();
  await expect(company.bob.getByRole("button", { name: "Email me once a day" })).toBeVisible();
  const send = mailer(company.smtp.url, company.app.url);
  for (let times = 0; times < 2; times++)
    await sendDigests({ db: company.db, t: english, send, siteUrl: company.app.url, now: new Date() });
  const sentTo = async (name: string) => {
    const user = await company.db.read.user.findFirst({ where: { name } });
    return company.smtp.mails.filter((mail) => mail.to === user?.email);
  };
  expect(await sentTo("Bob")).toHaveLength(0);
  expect(await sentTo("Ada Lovelace")).toHaveLength(1);
  const text = (await sentTo("Ada Lovelace"))[0]?.text ?? "";
  expect(text).not.toContain("Words for");
  const address = /Mo mentioned you\.\s+(\S+)/.exec(text)?.[1] ?? "";
  await company.ada.goto(address);
  await expect(comment(company.ada, "Words for")).toBeVisible();
});
