import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Locator, Page } from "@playwright/test";
import { startApp } from "../support/app-server.ts";
import { person, write } from "../support/browser-people.ts";
import { hostileTexts, someHostileTexts } from "../support/hostile-texts.ts";
import { isLong } from "../support/run-length.ts";
import { seedThread } from "../support/run-seed-thread.ts";
import { expect, test } from "./app-test.ts";

test("two people talk: answer, live reply, vote, edit, notification, delete and undo", async ({ browser, app }) => {
  const ada = await person(browser, app.url, "Ada Lovelace", "tallest-tree");
  const bob = await person(browser, app.url, "Bob", "tallest-tree");

  await ada.getByRole("textbox", { name: "Comment" }).fill("Not so: **read** `x`, $a^2$");
  await ada.getByLabel("Selected answer").selectOption({ label: "B" });
  await ada.getByRole("button", { name: "Preview" }).click();
  await expect(ada.getByRole("region", { name: "Preview" }).locator("strong")).toHaveText("read");
  await expect(ada.getByLabel("Selected answer")).toHaveValue(/.+/);
  await ada.getByRole("button", { name: "Post comment" }).click();
  const atAda = ada.getByRole("article", { name: "Ada Lovelace" });
  await expect(atAda.getByText("Selected answer: B")).toBeVisible();
  await expect(ada.getByRole("table", { name: /After discussion/ }).getByRole("row", { name: /^B/ })).toContainText(
    "100%",
  );

  // Bob reads on; nothing moves until he asks for it.
  const news = bob.getByRole("button", { name: "1 new comment" });
  await expect(news).toBeVisible();
  const atBob = bob.getByRole("article", { name: "Ada Lovelace" });
  await expect(atBob).toHaveCount(0);
  await news.click();
  await expect(atBob.locator("time")).toHaveAttribute("title", / GMT\+1[23]:45$/);
  await atBob.getByRole("button", { name: "Upvote" }).click();
  await expect(atBob.getByRole("button", { name: "Upvote" })).toHaveAttribute("aria-pressed", "true");
  await atBob.getByRole("button", { name: "Reply" }).click();
  await expect(bob.getByRole("textbox", { name: "Comment" })).toBeFocused();
  await write(bob, "@ada-lovelace, see the paper");
  await expect(bob.getByRole("article", { name: "Bob" })).toBeVisible();

  await ada.goto("/");
  await ada.getByRole("link", { name: "Notifications 1 unread" }).click();
  await ada.getByRole("link", { name: "Bob replied to you." }).click();
  const atBobs = ada.getByRole("article", { name: "Bob" });
  await expect(atBobs).toHaveAttribute("data-linked");
  await atAda.getByRole("link").first().click();
  await expect(atAda, "the address of a comment marks it, also within the app").toHaveAttribute("data-linked");
  await expect(atBobs).not.toHaveAttribute("data-linked");

  await atAda.getByRole("button", { name: "Edit" }).click();
  await expect(ada.getByRole("textbox", { name: "Comment" })).toHaveValue("Not so: **read** `x`, $a^2$");
  await ada.getByRole("textbox", { name: "Comment" }).fill("Quite so");
  await ada.getByRole("button", { name: "Save" }).click();
  await expect(atAda.getByText("Quite so")).toBeVisible();
  await atAda.getByRole("link", { name: "edited" }).click();
  await expect(ada.getByRole("listitem").filter({ hasText: "Until" }).locator("strong")).toHaveText("read");
  await ada.getByRole("link", { name: "Back to the discussion" }).click();

  await atAda.getByRole("button", { name: "Delete" }).click();
  await expect(ada.getByRole("article", { name: "Deleted comment" })).toBeVisible();
  await expect(ada.getByRole("article", { name: "Bob" })).toBeVisible();
  await ada.getByRole("button", { name: "Undo" }).click();
  await expect(atAda.getByText("Quite so")).toBeVisible();
  await Promise.all([ada, bob].map((page) => page.context().close()));
});

test("what was written stays through a refusal and a reload", async ({ browser, app }) => {
  const page = await person(browser, app.url, "Drafter", "widest-field");
  await write(page, "The first one");
  await expect(page.getByRole("article", { name: "Drafter" })).toBeVisible();
  await write(page, "Too soon after");
  await expect(page.getByRole("alert").filter({ hasText: "before posting again" })).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Comment" })).toHaveValue("Too soon after");
  await page.getByRole("textbox", { name: "Comment" }).fill("Half a thought");
  await page.reload();
  await expect(page.getByRole("textbox", { name: "Comment" })).toHaveValue("Half a thought");
  await page.context().close();
});

test("who posts after the session has ended learns why they have to sign in, and finds the comment there", async ({
  browser,
  app,
}) => {
  const email = `ended-${Date.now()}@example.org`;
  const page = await person(browser, app.url, "Ended", "widest-field", { email });
  const field = page.getByRole("textbox", { name: "Comment" });
  await field.fill("Half a thought");
  await page.context().clearCookies();
  await page.getByRole("button", { name: "Post comment" }).click();
  await expect(page.getByText("You’re signed out. Sign in to continue.")).toBeVisible();
  await page.getByRole("textbox", { name: "Email" }).fill(email);
  await page.getByLabel("Password").fill("a long password");
  await page.getByRole("main").getByRole("button", { name: "Sign in" }).click();
  await expect(field).toHaveValue("Half a thought");
  await page.context().close();
});

test("a draft goes with its writer: signing out empties it here and in other tabs, and leaves the rest of the store", async ({
  browser,
  app,
}) => {
  const page = await person(browser, app.url, "Leaver", "widest-field");
  const other = await page.context().newPage();
  await other.goto(page.url());
  await page.evaluate(() => localStorage.setItem("something-else", "stays"));
  for (const tab of [page, other]) await tab.getByRole("textbox", { name: "Comment" }).fill("For nobody else");
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page.getByRole("link", { name: "Sign in" })).toBeVisible();
  await expect(other.getByRole("textbox", { name: "Comment" })).toHaveValue("");
  const kept = await page.evaluate(() => ({ ...localStorage }));
  expect(JSON.stringify(kept)).not.toContain("For nobody else");
  expect(kept["something-else"]).toBe("stays");
  await page.context().close();
});

test("letters in a comment are each reader's own, and as typed when its writer says so", async ({ browser, app }) => {
  const ada = await person(browser, app.url, "Lettered", "tallest-tree");
  const optionOf = async (page: Page, letter: string) => {
    const label = page.locator("label").filter({ hasText: new RegExp(`^${letter}\\.`) });
    return (await label.locator(".prose").textContent())?.trim();
  };
  await ada.getByRole("textbox", { name: "Comment" }).fill("Why not B? See plan \\B.");
  await ada.getByRole("button", { name: "Preview" }).click();
  await expect(ada.getByRole("region", { name: "Preview" })).toContainText("Why not B?");
  await expect(ada.getByText("Underlined letters name options")).toBeVisible();
  await ada.getByRole("button", { name: "Post comment" }).click();
  const own = ada.getByRole("article", { name: "Lettered" });
  await expect(own.getByText("Why not B?")).toBeVisible();
  const meant = await optionOf(ada, "B");

  const bob = await (await browser.newContext({ baseURL: app.url })).newPage();
  const comment = bob.getByRole("article", { name: "Lettered" });
  const readsB = async () => {
    const letter = /^Why not ([A-D])\? See plan B\.$/.exec((await comment.locator(".prose").textContent()) ?? "")?.[1];
    return optionOf(bob, letter ?? "");
  };
  // Each session draws another order; in some of them the letter differs.
  const letters = new Set<string>();
  for (let session = 0; session < 6; session++) {
    await openInStudy(bob, comment);
    expect(await readsB()).toBe(meant);
    letters.add((await comment.locator(".prose").textContent()) ?? "");
  }
  expect(letters.size).toBeGreaterThan(1);

  const keep = own.getByRole("button", { name: "Keep them as typed" });
  await keep.focus();
  await ada.keyboard.press("Enter");
  await expect(own.getByText("Letters stay as you typed them.")).toBeVisible();
  await expect(own.getByRole("button", { name: "Show each reader their own letters" })).toBeFocused();
  // A draft comes along to where the options have another order, and says so.
  const field = ada.getByRole("textbox", { name: "Comment" });
  await field.fill("And why not C?");
  const warning = ada.getByText("The options have another order now than when you wrote this.");
  await ada.reload();
  await expect(field).toHaveValue("And why not C?");
  await expect(warning).toHaveCount(0);
  for (let session = 0; session < 6 && (await warning.count()) === 0; session++) {
    await openInStudy(ada, own);
    await expect(field).toHaveValue("And why not C?");
  }
  await expect(warning).toBeVisible();
  for (let session = 0; session < 3; session++) {
    await openInStudy(bob, comment);
    await expect(comment.locator(".prose")).toContainText("Why not B?");
  }
  await Promise.all([ada, bob].map((page) => page.context().close()));
});

/** Begins a study session and answers its questions until the one with the comment is there. */
async function openInStudy(page: Page, comment: Locator): Promise<void> {
  await page.goto("/exams/sample");
  await page.getByRole("button", { name: "Start study" }).click();
  for (;;) {
    await page.getByRole("button", { name: /don.t know/ }).click();
    await expect(page.getByRole("heading", { name: "Discussion" })).toBeVisible();
    if (await comment.isVisible()) return;
    await page
      .getByRole("link", { name: "Next" })
      .or(page.getByRole("button", { name: "Next" }))
      .first()
      .click();
    await expect(page.getByRole("heading", { name: "Discussion" })).toBeHidden();
  }
}

test("without script: post, sort, vote, reply and delete", async ({ browser, app }) => {
  const other = await person(browser, app.url, "Other", "longest-river");
  await write(other, "First here");
  await expect(other.getByRole("article", { name: "Other" })).toBeVisible();
  const page = await person(browser, app.url, "No Script", "longest-river", {
    javaScriptEnabled: false,
    viewport: { width: 320, height: 700 },
  });
  const first = page.getByRole("article", { name: "Other" });
  await first.getByRole("button", { name: "Upvote" }).click();
  await expect(first.getByRole("button", { name: "Upvote" })).toHaveAttribute("aria-pressed", "true");
  await first.getByRole("button", { name: "Reply" }).click();
  await write(page, "By form alone");
  const own = page.getByRole("article", { name: "No Script" });
  await expect(own.getByText("By form alone")).toBeVisible();
  const sorted = page.getByRole("group", { name: "Sort" });
  await sorted.getByRole("radio", { name: "Newest" }).check();
  await page.getByRole("button", { name: "Show", exact: true }).click();
  await expect(page).toHaveURL(/#discussion$/);
  await expect(sorted.getByRole("radio", { name: "Newest" })).toBeChecked();
  await page.goto("/exams/sample/questions/longest-river");
  await expect(sorted.getByRole("radio", { name: "Newest" }), "it is remembered").toBeChecked();
  await own.getByRole("button", { name: "Delete" }).click();
  await expect(own).toHaveCount(0);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(own).toHaveCount(1);
  await Promise.all([page, other].map((each) => each.context().close()));
});

test("a moderator hides a reported comment, the author sees why, and the act is undone", async ({ browser, app }) => {
  test.skip(test.info().project.name !== "sqlite", "the integration tests run this on both");
  // Three accounts, each with a hashed password.
  test.setTimeout(120_000);
  const author = await person(browser, app.url, "Hawker", "tallest-tree");
  const reader = await person(browser, app.url, "Reader", "tallest-tree");
  const moderator = await person(browser, app.url, "Warden", "tallest-tree", { administers: app.databaseUrl });
  await write(author, "Buy this");
  await expect(author.getByRole("article", { name: "Hawker" })).toBeVisible();
  await reader.reload();
  await reader.getByRole("article", { name: "Hawker" }).getByRole("button", { name: "Report" }).click();
  await reader.getByLabel("Reason").selectOption("spam");
  await reader.getByRole("button", { name: "Send report" }).click();
  await expect(reader.getByText("Thank you")).toBeVisible();

  expect((await reader.goto("/moderation"))?.status()).toBe(404);
  await moderator.goto("/moderation");
  const card = moderator.getByRole("region", { name: "Comment by Hawker" });
  await expect(card.getByText("Reported by Reader: Advertising or spam")).toBeVisible();
  await card.getByRole("textbox", { name: "Reason" }).fill("Advertising");
  await card.getByRole("button", { name: "Hide" }).click();
  await expect(card).toHaveCount(0);
  const act = moderator.getByRole("listitem").filter({ hasText: "Warden hid a comment by Hawker: “Advertising”" });
  await expect(act).toBeVisible();

  await author.reload();
  await expect(author.getByText("Hidden by a moderator. Only you and moderators can see it.")).toBeVisible();
  await reader.goto("/exams/sample/questions/tallest-tree");
  await expect(reader.getByRole("article", { name: "Hidden comment" })).toBeVisible();
  await expect(reader.getByText("Buy this")).toHaveCount(0);
  await act.getByRole("button", { name: "Undo" }).click();
  await expect(act.getByText(/undone/)).toBeVisible();
  await reader.reload();
  await expect(reader.getByText("Buy this")).toBeVisible();
  await Promise.all([author, reader, moderator].map((page) => page.context().close()));
});

test("no text of a reader runs script: comments, names, edits, imports, preview, notifications, reports, log, feed", async ({
  browser,
  content,
}) => {
  test.skip(test.info().project.name !== "sqlite", "what a browser makes of a page does not depend on the database");
  test.setTimeout(300_000);
  // What is made of each text without a browser stands in lib/discussion/hostile-texts.test.ts.
  const texts = isLong ? hostileTexts : someHostileTexts;
  const app = await startApp({ content });
  try {
    // The policy of the pages would stop what gets past the sanitizer: here the sanitizer is tried alone.
    const page = await person(browser, app.url, "Hostile Reader", "tallest-tree", {
      administers: app.databaseUrl,
      bypassCSP: true,
    });
    const tripped: string[] = [];
    await page.exposeFunction("tripwire", () => tripped.push(page.url()));
    page.on("dialog", (dialog) => void dialog.dismiss());
    const file = join(app.folder, "texts.json");
    await writeFile(file, JSON.stringify(texts));
    await seedThread(app, "tallest-tree", "texts", file);

    // The wire itself must work, or silence proves nothing.
    await page.evaluate(() => {
      const image = document.createElement("img");
      image.setAttribute("onerror", "tripwire()");
      image.src = "data:,x";
      document.body.append(image);
    });
    await expect.poll(() => tripped.length).toBe(1);
    tripped.length = 0;

    let seen = 0;
    const histories: string[] = [];
    for (let path: string | null = "/exams/sample/questions/tallest-tree?sort=oldest"; path !== null; ) {
      await page.goto(path);
      seen += await page.getByRole("article").count();
      await touchEverything(page);
      histories.push(...(await addressesOf(page, "edited")));
      const more = page.getByRole("link", { name: "More comments" });
      path = (await more.count()) === 0 ? null : await more.getAttribute("href");
    }
    expect(seen).toBeGreaterThan(texts.length * 0.95);

    await page.goto("/exams/sample/questions/tallest-tree");
    const preview = page.getByRole("region", { name: "Preview" });
    const shownPreview = async () => ((await preview.count()) === 0 ? "" : preview.innerHTML());
    for (let start = 0; start < texts.length; start += 40) {
      // A text with a NUL is refused before it is rendered.
      const part = texts
        .slice(start, start + 40)
        .join("\n\n")
        .replaceAll("\0", "")
        .slice(0, 7_900);
      await page.getByRole("textbox", { name: "Comment" }).fill(part);
      const before = await shownPreview();
      await page.getByRole("button", { name: "Preview" }).click();
      // The first one waits for the rendering thread to start.
      await expect.poll(shownPreview, { timeout: 30_000 }).not.toBe(before);
      await touchEverything(page);
    }
    expect(histories.length).toBeGreaterThan(texts.length / 13);
    const some = histories.filter((_, i) => i % 5 === 0);
    for (const path of [...some, "/notifications", "/moderation", "/exams/sample/feed.xml"]) {
      await page.goto(path);
      await touchEverything(page);
    }
    process.stdout.write(`${texts.length} hostile texts in 9 places: ${tripped.length} ran, the control did\n`);
    expect(tripped).toEqual([]);
  } finally {
    await app.dispose();
  }
});

async function addressesOf(page: Page, name: string): Promise<string[]> {
  const links = await page.getByRole("link", { name, exact: true }).all();
  return Promise.all(links.map(async (link) => (await link.getAttribute("href")) ?? ""));
}

/** What may wake a sleeping handler: pointer and focus on everything that a reader wrote. */
async function touchEverything(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const element of document.querySelectorAll<HTMLElement>("main *")) {
      for (const type of ["mouseover", "mouseenter", "focus", "toggle", "animationstart", "load", "error"])
        element.dispatchEvent(new Event(type));
      const address = element.getAttribute("href") ?? "";
      if (/^\s*(javascript|vbscript|data):/i.test(address)) element.click();
    }
  });
}
