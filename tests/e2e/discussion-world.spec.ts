import { execFile } from "node:child_process";
import { cp, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Locator, Page } from "@playwright/test";
import { mintViewer } from "#lib/auth/viewer";
import { type Database, openDatabase } from "#lib/db/database";
import { postComment } from "#lib/discussion/write/post-comment";
import { mailer } from "#lib/mail/mailer";
import { sendDigests } from "#lib/notifications/write/digest";
import { commandArguments } from "../../lib/cli/command-arguments.mjs";
import { type AppServer, startApp } from "../support/app-server.ts";
import { answerIt, person, write } from "../support/browser-people.ts";
import { english } from "../support/in-english.ts";
import { type SmtpServer, startSmtpServer } from "../support/smtp-server.ts";
import { expect, test } from "./app-test.ts";
import { longRun } from "./short-run.ts";

const execute = promisify(execFile);
const moderatorsMail = "moderator@example.org";
const tree = "/exams/sample/questions/tallest-tree";
const field = "/exams/sample/questions/widest-field";

/** One server and one company for all tests of this file, which go on where the one before ended. */
test.describe.configure({ mode: "serial" });
test.skip(() => test.info().project.name !== "sqlite", "the integration tests run each of these on both databases");

let app: AppServer;
let db: Database;
let smtp: SmtpServer;
let [ada, bob, moderator]: Page[] = [];

test.beforeAll(async ({ browser, content }) => {
  test.setTimeout(120_000);
  smtp = await startSmtpServer();
  app = await startApp({ content });
  db = openDatabase(app.databaseUrl);
  ada = await person(browser, app.url, "Ada Lovelace", "tallest-tree");
  bob = await person(browser, app.url, "Bob", "tallest-tree", { viewport: { width: 320, height: 700 } });
  moderator = await person(browser, app.url, "Mo", "tallest-tree", {
    email: moderatorsMail,
    administers: app.databaseUrl,
  });
  // With mail an account would begin with a link that is sent: these have theirs.
  await app.kill();
  await app.start({ SMTP_URL: smtp.url });
});

test.afterAll(async () => {
  await Promise.all([ada, bob, moderator].map((page) => page?.context().close()));
  await db?.close();
  await app?.dispose();
  await smtp?.stop();
});

/** What somebody else says meanwhile, past the limits of a new account. Returns its id. */
async function say(name: string, markdown: string, parentId: string | null = null): Promise<string> {
  const user = await db.read.user.findFirst({ where: { name } });
  if (user === null) throw new Error(`there is no ${name}`);
  const { id, role, email, learnerId } = user;
  const become = (role: string) =>
    db.write((tx) => tx.user.update({ where: { id }, data: { role }, select: { id: true } }));
  const request = { examSlug: "sample", questionName: "tallest-tree", requestId: crypto.randomUUID() };
  const viewer = mintViewer(learnerId, { userId: id, name, email, role: "member" });
  await become("moderator");
  const result = await postComment({ db, viewer, ...request, parentId, markdown, now: new Date() });
  await become(role);
  if (!result.ok) throw new Error(result.error);
  return result.value;
}

const comment = (page: Page | undefined, text: string): Locator =>
  (page as Page).getByRole("article").filter({ hasText: text });

async function moderate(act: string, reason: string, days?: number): Promise<void> {
  const page = moderator as Page;
  if (days !== undefined) await page.getByLabel("Days").fill(String(days));
  await page.getByRole("textbox", { name: "Reason" }).fill(reason);
  await page.getByRole("button", { name: act }).click();
  await expect(page.getByText("Done. This is now in the log.")).toBeVisible();
  await page.reload();
}

/** Undoes, in the log, the newest act with this reason. */
async function undo(reason: string): Promise<void> {
  await moderator?.goto("/moderation");
  const entry = (moderator as Page).getByRole("listitem").filter({ hasText: reason });
  await entry.getByRole("button", { name: "Undo" }).click();
  await expect(entry.getByText(/undone/)).toBeVisible();
}

test("by keyboard alone, 320 px wide: vote, reply with a mention; nothing shifts", async () => {
  await write(ada as Page, "Root by Ada");
  await expect(comment(ada, "Root by Ada")).toBeVisible();
  const page = bob as Page;
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
  await moderator?.goto(tree);
  await write(moderator as Page, "Nothing may move");
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
    const page = ada as Page;
    await page.goto(tree);
    await expect(page.getByRole("link", { name: "Notifications 1 unread" })).toBeVisible();
    const id = ((await comment(page, "Hear, @ada").last().getAttribute("id")) ?? "").replace("comment-", "");
    const third = await say("Ada Lovelace", "level 2", id);
    const fourth = await say("Bob", "level 3", third);
    const fifth = await say("Ada Lovelace", "level 4", fourth);
    await say("Mo", "level 5", fifth);
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
    await say("Bob", "Into the silence, @ada-lovelace", fifth);
    await page.reload();
    await expect(page.getByRole("link", { name: "Notifications", exact: true })).toBeVisible();
    await page.getByRole("button", { name: "Unmute discussion" }).click();
    await expect(page.getByRole("button", { name: "Mute discussion" })).toBeVisible();
  },
);

test("a moderator pins, marks and locks; the reader sees it, and each is undone", async () => {
  const page = moderator as Page;
  await page.goto(tree);
  const root = comment(page, "Root by Ada");
  await root.getByRole("link", { name: "Moderate" }).click();
  await moderate("Pin", "best of all");
  await moderate("Mark as answered by the authors", "so say the authors");
  await moderate("Lock discussion", "enough said");
  await bob?.goto(`${tree}?sort=newest`);
  const first = (bob as Page).getByRole("article").first();
  await expect(first).toContainText("Root by Ada");
  await expect(first.getByText("Pinned")).toBeVisible();
  await expect(first.getByText("✓ Answered by the authors")).toBeVisible();
  await expect((bob as Page).getByText("A moderator has locked this discussion")).toBeVisible();
  await expect((bob as Page).getByRole("textbox", { name: "Comment" })).toHaveCount(0);
  await expect((bob as Page).getByRole("button", { name: "Reply" })).toHaveCount(0);
  for (const reason of ["best of all", "so say the authors", "enough said"]) await undo(reason);
  await bob?.reload();
  await expect((bob as Page).getByRole("textbox", { name: "Comment" })).toBeVisible();
  await expect((bob as Page).getByText("Pinned")).toHaveCount(0);
  await expect((bob as Page).getByText("✓ Answered by the authors")).toHaveCount(0);
});

test("a warning and a suspension reach the author, are undone within 30 days, and not later", async () => {
  const page = moderator as Page;
  const text = comment(page, "Hear, @ada-lovelace").last();
  await page.goto(tree);
  await text.getByRole("link", { name: "Moderate" }).click();
  await moderate("Warn the author", "Mind your tone");
  await moderate("Suspend the author", "Mind it for a while", 3);
  await bob?.goto(tree);
  await write(bob as Page, "May I?");
  await expect((bob as Page).getByRole("alert").filter({ hasText: "can’t post at the moment" })).toBeVisible();
  await bob?.goto("/notifications");
  await expect((bob as Page).getByText("A moderator wrote to you: Mind your tone")).toBeVisible();
  await expect((bob as Page).getByText(/suspended you from posting until .+: Mind it for a while/)).toBeVisible();
  await undo("Mind it for a while");
  await bob?.goto(tree);
  await expect((bob as Page).getByRole("textbox", { name: "Comment" })).toHaveValue("May I?");

  const monthAgo = new Date(Date.now() - 31 * 24 * 60 * 60 * 1000);
  await db.write((tx) => tx.moderationAct.updateMany({ where: { act: "warn" }, data: { createdAt: monthAgo } }));
  await page.reload();
  const entry = page.getByRole("listitem").filter({ hasText: "Mind your tone" });
  await expect(entry).toContainText("Mo warned Bob: “Mind your tone”");
  await expect(entry.getByRole("button", { name: "Undo" })).toHaveCount(0);
});

test("who reported a comment hears the verdict", longRun, async () => {
  await say("Ada Lovelace", "Buy this");
  await bob?.goto(`${tree}?sort=newest`);
  await comment(bob, "Buy this").getByRole("button", { name: "Report" }).click();
  await bob?.getByRole("button", { name: "Send report" }).click();
  await expect((bob as Page).getByText("Thank you")).toBeVisible();
  await moderator?.goto("/moderation");
  const card = (moderator as Page).getByRole("region", { name: "Comment by Ada Lovelace" });
  await card.getByRole("textbox", { name: "Reason" }).fill("Advertising");
  await card.getByRole("button", { name: "Hide" }).click();
  await expect((moderator as Page).getByText("No open reports.")).toBeVisible();
  await bob?.goto("/notifications");
  await expect((bob as Page).getByText("A comment you reported was hidden.")).toBeVisible();
  await ada?.goto("/notifications");
  await expect((ada as Page).getByText("Your comment was hidden: Advertising")).toBeVisible();
});

test("an edit of the question marks what was said of the earlier wording, and tells of a changed key", async ({
  content,
}) => {
  const edited = join(app.folder, "edited");
  await cp(content, edited, { recursive: true });
  const file = join(edited, "sample/tallest-tree.md");
  const before = await readFile(file, "utf8");
  // Everybody here is new: a first answer counts from a learner of a minute on.
  await db.write((tx) => tx.disclosure.updateMany({ data: { counts: true } }));
  await ada?.goto(tree);
  await expect(
    (ada as Page)
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
  await app.sync(edited);
  await bob?.goto(tree);
  const link = comment(bob, "Root by Ada").first().getByRole("link", { name: "about an earlier wording" });
  await link.click();
  await expect((bob as Page).getByRole("heading", { level: 1 })).toHaveText("Wording 1 and wording 2");
  await expect((bob as Page).locator("main ins").filter({ hasText: "tallest of all" })).toHaveCount(1);
  await expect((bob as Page).locator("main del").filter({ hasText: "Sample elm" })).toHaveCount(1);
  await expect((bob as Page).getByText("It has changed.")).toBeVisible();
  // The options changed: answers to the old ones are no longer counted.
  await ada?.goto(tree);
  await expect((ada as Page).getByRole("table", { name: /First answers/ })).toHaveCount(0);
  await ada?.goto("/notifications");
  const reported = (ada as Page).getByRole("link", {
    name: "The correct answer to a question you answered has changed.",
  });
  await reported.click();
  await expect(ada as Page).toHaveURL(/tallest-tree$/);
});

test(
  "a thread brought along shows names and ages of its own, once, and its authors have no account",
  longRun,
  async () => {
    const file = join(app.folder, "thread.jsonl");
    const lines = [
      {
        question: "widest-field",
        id: "1",
        author: "Traveller",
        body: "It is **b**",
        age: "7 days ago",
        captured: "2026-03-20",
      },
      { question: "widest-field", id: "2", parent: "1", author: "Second", age: "1 month ago", captured: "2026-04-20" },
    ];
    await writeFile(file, lines.map((line) => JSON.stringify(line)).join("\n"));
    const env = { ...process.env, DATABASE_URL: app.databaseUrl };
    const args = [...(await commandArguments("content")), "import-thread", file, "--exam", "sample"];
    for (let times = 0; times < 2; times++) await execute(process.execPath, args, { env });
    for (const page of [ada, bob] as Page[]) {
      await page.goto(field);
      await answerIt(page);
      await expect(page.getByRole("article")).toHaveCount(2);
      const time = page.getByRole("article", { name: "Traveller" }).locator("time");
      await expect(time).toHaveText("around March 2026, imported");
      await expect(time).toHaveAttribute("title", "7 days ago, on 2026-03-20");
    }
    const imported = (bob as Page).getByRole("article", { name: "Traveller" });
    await imported.getByRole("button", { name: "Upvote" }).click();
    await expect(imported.getByText("1 upvote, 0 downvotes")).toBeAttached();
  },
);

test("the feed tells anybody what is talked about, and nothing of what is said or correct", async ({ request }) => {
  const read = async () => (await request.get(`${app.url}/exams/sample/feed.xml`)).text();
  const feed = await read();
  expect(feed).toContain("Which of these sample trees is called the tallest of all?");
  expect(feed).toContain(`${app.url}${tree}`);
  expect(feed).toMatch(/<summary>\d+ comments<\/summary>/);
  expect(feed).not.toMatch(/Root by Ada|level \d|Traveller|Ada Lovelace|Bob|secret of|Sample oak/);
  const signedIn = await (ada as Page).request.get("/exams/sample/feed.xml");
  expect(await signedIn.text()).toBe(feed);
});

test("a mail tells once a day what is unread, to who did not stop it, without any text", longRun, async () => {
  await say("Mo", "Words for @ada-lovelace and @bob alone");
  await bob?.goto("/notifications");
  await bob?.getByRole("button", { name: "Stop emails" }).click();
  await expect((bob as Page).getByRole("button", { name: "Email me once a day" })).toBeVisible();
  const send = mailer(smtp.url, app.url);
  for (let times = 0; times < 2; times++)
    await sendDigests({ db, t: english, send, siteUrl: app.url, now: new Date() });
  const sentTo = async (name: string) => {
    const user = await db.read.user.findFirst({ where: { name } });
    return smtp.mails.filter((mail) => mail.to === user?.email);
  };
  expect(await sentTo("Bob")).toHaveLength(0);
  expect(await sentTo("Ada Lovelace")).toHaveLength(1);
  const text = (await sentTo("Ada Lovelace"))[0]?.text ?? "";
  expect(text).not.toContain("Words for");
  const address = /Mo mentioned you\.\s+(\S+)/.exec(text)?.[1] ?? "";
  await ada?.goto(address);
  await expect(comment(ada, "Words for")).toBeVisible();
});
