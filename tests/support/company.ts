import { type Browser, expect, type Locator, type Page } from "@playwright/test";
import { mintViewer } from "#lib/auth/viewer";
import { type Database, openDatabase } from "#lib/db/database";
import { postComment } from "#lib/discussion/write/post-comment";
import { type AppServer, startApp } from "./app-server.ts";
import { person } from "./browser-people.ts";
import { type SmtpServer, startSmtpServer } from "./smtp-server.ts";

/** Two members and a moderator on a separate server that sends mail. Each has answered the question `tallest-tree`. */
export interface Company {
  readonly app: AppServer;
  readonly db: Database;
  readonly smtp: SmtpServer;
  readonly ada: Page;
  readonly bob: Page;
  readonly moderator: Page;
}

/** Starts the server and signs everybody up. Bob has a narrow phone. */
export async function gather(browser: Browser, content: string): Promise<Company> {
  const smtp = await startSmtpServer();
  const app = await startApp({ content });
  const db = openDatabase(app.databaseUrl);
  const ada = await person(browser, app.url, "Ada Lovelace", "tallest-tree");
  const bob = await person(browser, app.url, "Bob", "tallest-tree", { viewport: { width: 320, height: 700 } });
  const administrator = { email: "moderator@example.org", administers: app.databaseUrl };
  const moderator = await person(browser, app.url, "Mo", "tallest-tree", administrator);
  // With mail, an account would begin with a link that is sent: these already have accounts.
  await app.kill();
  await app.start({ SMTP_URL: smtp.url });
  return { app, db, smtp, ada, bob, moderator };
}

export async function disperse({ app, db, smtp, ada, bob, moderator }: Company): Promise<void> {
  await Promise.all([ada, bob, moderator].map((page) => page.context().close()));
  await db.close();
  await app.dispose();
  await smtp.stop();
}

/** A comment by someone else meanwhile, not subject to the limits of a new account. Returns its id. */
export async function say(
  db: Database,
  name: string,
  markdown: string,
  parentId: string | null = null,
): Promise<string> {
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

/** The comments on a page that contain a text. */
export const comment = (page: Page, text: string): Locator => page.getByRole("article").filter({ hasText: text });

/** Applies an action to the comment whose page the moderator has open. */
export async function moderate(page: Page, act: string, reason: string, days?: number): Promise<void> {
  if (days !== undefined) await page.getByLabel("Days").fill(String(days));
  await page.getByRole("textbox", { name: "Reason" }).fill(reason);
  await page.getByRole("button", { name: act }).click();
  await expect(page.getByText("Done. This is now in the log.")).toBeVisible();
  await page.reload();
}

/** Undoes, in the log, the newest action with this reason. */
export async function undo(moderator: Page, reason: string): Promise<void> {
  await moderator.goto("/moderation");
  const entry = moderator.getByRole("listitem").filter({ hasText: reason });
  await entry.getByRole("button", { name: "Undo" }).click();
  await expect(entry.getByText(/undone/)).toBeVisible();
}
