import type { Browser, Page } from "@playwright/test";
import { routeOf } from "#lib/metrics/route-of";
import type { AppServer } from "../support/app-server.ts";
import { makeAdministrator } from "../support/browser-people.ts";
import { expect, test } from "./app-test.ts";
import { longRun } from "./short-run.ts";
import { walkedPages } from "./walked-pages.ts";

// The words are accented, the questions Russian: whatever is neither stands outside the catalogue.
test.use({ content: "tests/fixtures/russian-bank", defaultLanguage: "en-XA" });

/** What stands on pages as it is, whatever their language. */
const names = [
  // What `Intl` writes in English, for it knows no such language.
  /\b(?:and|or|now|at)\b|\bin \d+ \w+|\d+ \w+ ago|\b[AP]M\b|\bGMT\b/,
  /\b(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\b/,
  /\b(?:Sep(?:tember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?|January|February)\b/,
  // Names of products and formats, of time zones, of languages by themselves, addresses, and the files of the bank.
  /Mockdown|JavaScript|Ctrl|Markdown|\bJSON\b|Safari|Linux|English|Deutsch|\bUTC\b|\b[A-Z]\w+(?:\/[\w+-]+)+/,
  /CC-BY-4\.0|example\.org|[\w-]+@[\w.-]+/,
  /\b(?:sample|fish|count-springs|name-the-bay|order-of-size|pair-animals|steep-hills|tallest-tree)\b/,
];

/** Words on the page that no accent stands in, and Russian that is not marked as such. */
function strayWords(page: Page): Promise<string[]> {
  return page.evaluate(
    (names) => {
      const found: string[] = [];
      const look = (text: string, where: Element) => {
        const inContent = where.closest("[lang]") !== document.documentElement;
        const rest = text.replace(new RegExp(names, "g"), "");
        // Letters that the pseudo-locale never leaves as they are.
        const plain = /(?<![\p{L}\d])\p{L}*[aceghijklnorstuwyz]{2,}\p{L}*/iu.exec(rest);
        if (!inContent && plain !== null) found.push(`${where.tagName.toLowerCase()}: ${text.trim().slice(0, 80)}`);
        const isRussianAlone = /\p{Script=Cyrillic}/u.test(rest) && !/\p{Script=Latin}/u.test(rest);
        if (!inContent && isRussianAlone)
          found.push(`unmarked ${where.tagName.toLowerCase()}: ${text.trim().slice(0, 80)}`);
      };
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        const parent = node.parentElement;
        if (parent === null || parent.closest("script, style, noscript, time, code, kbd, template, textarea")) continue;
        look(node.textContent ?? "", parent);
      }
      for (const each of document.querySelectorAll("[aria-label], [title], [placeholder], [alt]"))
        for (const name of ["aria-label", "placeholder", "alt", "title"]) {
          const text = each.getAttribute(name);
          if (text !== null && !/\p{Script=Cyrillic}/u.test(text) && each.tagName !== "TIME") look(text, each);
        }
      return [...new Set(found)];
    },
    names.map(({ source }) => source).join("|"),
  );
}

/** The pages that this run has looked at. */
const held = new Set<string>();
test.beforeEach(() => held.clear());

/** At the end of a run. */
const expectHeld = (run: keyof typeof walkedPages) => expect([...held].sort()).toEqual([...walkedPages[run]].sort());

async function hold(page: Page, name: string): Promise<void> {
  const route = routeOf(new URL(page.url()).pathname);
  if (route !== "other") held.add(route);
  const root = page.locator("html");
  await expect.soft(root, name).toHaveAttribute("dir", "rtl");
  expect.soft(await strayWords(page), name).toEqual([]);
  for (const width of [1280, 320]) {
    await page.setViewportSize({ width, height: 800 });
    const over = await page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement;
      if (scrollWidth <= clientWidth) return [];
      const wide = [...document.body.querySelectorAll("*")].filter((each) => {
        const { left, right, width } = each.getBoundingClientRect();
        return (
          width > 1 && (left < -1 || right > clientWidth + 1) && each.closest(".overflow-x-auto, pre, math") === null
        );
      });
      return [`${scrollWidth - clientWidth} px`, ...wide.slice(-3).map((each) => each.outerHTML.slice(0, 160))];
    });
    expect.soft(over, `${name}: beyond ${width} px`).toEqual([]);
    if (process.env.PICTURES)
      await page.screenshot({
        path: `${process.env.PICTURES}/${name.replace(/\W+/g, "-")}-${width}.png`,
        fullPage: true,
      });
  }
}

async function visit(page: Page, paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    expect.soft((await page.goto(path))?.status(), path).toBe(200);
    await hold(page, path);
  }
}

const open = (browser: Browser, app: AppServer) =>
  browser.newContext({ baseURL: app.url, reducedMotion: "reduce" }).then((context) => context.newPage());
const tree = "/exams/sample/questions/tallest-tree";
const submit = (page: Page, intent: string) => page.locator(`button[name="intent"][value="${intent}"]:visible`).first();

test("the pages of a learner, their words twice as long, accented and mirrored", async ({ browser, app }) => {
  test.setTimeout(300_000);
  const page = await open(browser, app);
  await visit(page, ["/", "/exams/sample", "/settings"]);
  await page.goto("/no-such-page");
  await hold(page, "a page that is missing");
  await page.goto(tree);
  await hold(page, "a question on its own page");
  await page.getByRole("radio").first().check();
  await submit(page, "check").click();
  await expect(page.locator(".explanation")).toBeVisible();
  await hold(page, "a question on its own page, answered");
  expectHeld("short");
  await page.context().close();
});

test("every other page of a learner", longRun, async ({ browser, app }) => {
  test.setTimeout(600_000);
  const page = await open(browser, app);
  await visit(page, ["/exams/sample/mock", "/help", "/search?q=Дуб", "/search", "/sign-in", "/sign-up"]);
  await visit(page, ["/sign-in/code", "/first-administrator", "/notes", "/review", "/plan", "/progress"]);
  await page.goto("/exams/sample");
  await page.locator('form:has(input[value="study"]) button').first().click();
  for (let n = 1; n <= 7; n++) {
    await expect(page.locator("#item")).toBeVisible();
    await expect(page).toHaveURL(new RegExp(`/${n}$`));
    await hold(page, `item ${n}`);
    await submit(page, "dont-know").click();
    await expect(page.locator(".explanation")).toBeVisible();
    await hold(page, `item ${n}, checked`);
    await submit(page, "next").click();
  }
  await expect(page).toHaveURL(/review$/);
  await hold(page, "the end of a session");
  await page.locator("main form button").last().click();
  await expect(page).toHaveURL(/result/);
  await hold(page, "the result of a session");
  await page.goto("/exams/sample/mock");
  await page.locator("main form button").last().click();
  await expect(page.getByRole("timer")).toBeVisible();
  await page.locator(".item-map summary").click();
  await hold(page, "a mock exam with its map");
  await submit(page, "flag").click();
  const exam = page.url().replace(/\/\d+$/, "");
  await page.goto(`${exam}/review`);
  await hold(page, "check your answers");
  await visit(page, ["/", "/exams/sample"]);
  await page.goto(`${exam}/review`);
  await page.locator("main form button").last().click();
  await expect(page).toHaveURL(/result/);
  await hold(page, "the result of a mock exam");
  await visit(page, [`${exam}/result?full=1`, "/", "/exams/sample", "/notes", "/review", "/plan", "/progress"]);
  expectHeld("learner");
  await page.context().close();
});

/** What somebody writes is of no language here: digits. */
async function signUp(page: Page, name: string, password: string): Promise<void> {
  await page.goto(`/sign-up?returnTo=${tree}`);
  await page.locator('[name="name"]').fill(name);
  await page.locator('[name="email"]').fill(`${name}@example.org`);
  await page.locator('[name="password"]').fill(password);
  await page.locator("main form button").last().click();
}

async function answerTree(page: Page): Promise<void> {
  await page.getByRole("radio").first().check();
  await submit(page, "check").click();
  await expect(page.locator(".explanation")).toBeVisible();
}

/** Writes into the form of a comment that `query` opens, and waits for `comments` of them. */
async function write(page: Page, query: string, text: string, comments: number): Promise<void> {
  await page.goto(`${tree}${query}`);
  const form = page.locator("form:has(textarea[name=markdown])").first();
  await form.locator("textarea").fill(text);
  await form.locator('button[value="save"]').click();
  await expect(page.getByRole("article")).toHaveCount(comments);
  await expect(page.getByRole("article").filter({ hasText: text })).toBeVisible();
}

test("the pages of accounts and of those who run the site", longRun, async ({ browser, app }) => {
  test.setTimeout(600_000);
  const [page, other] = [await open(browser, app), await open(browser, app)];
  await signUp(page, "777", "password");
  await expect(page.locator("form .text-bad:not(:empty)").first()).toBeVisible();
  await hold(page, "a sign-up that was refused");
  await page.locator('[name="password"]').fill("a long password");
  await page.locator("main form button").last().click();
  await expect(page.getByRole("radio").first()).toBeVisible();
  await makeAdministrator(app.databaseUrl, "777@example.org");
  await answerTree(page);
  await write(page, "", "111", 1);
  const comment = String(await page.getByRole("article").getAttribute("id"));
  const id = comment.replace("comment-", "");
  await write(page, `?edit=${id}`, "222", 1);
  await signUp(other, "888", "a long password");
  await expect(other.getByRole("radio").first()).toBeVisible();
  await answerTree(other);
  await write(other, `?reply=${id}`, "333", 2);
  await other.goto(`${tree}?report=${id}`);
  await hold(other, "a comment that is about to be reported");
  await other.locator("form:has([name=detail]) button").first().click();
  await expect(other.locator(".text-good:not(:empty)").first()).toBeVisible();
  await other.goto(`${tree}/suggest`);
  await other.locator('[name="field-option-0"]').fill("");
  await submit(other, "check").click();
  await expect(other.getByRole("alert").first()).not.toBeEmpty();
  await hold(other, "a suggestion with problems");
  await other.goto(`${tree}/suggest`);
  await other.locator('[name="field-explanation"]').fill("В лесу {B} выше, чем {A} и {C}.");
  await other.locator('[name="comment"]').fill("444");
  await submit(other, "send").click();
  await expect(other.getByRole("status").first()).not.toBeEmpty();
  await hold(other, "a suggestion that was sent");
  await visit(page, [tree, `${tree}/comments/${id}`, `${tree}/revisions/1`, "/account", "/notifications"]);
  await visit(page, ["/settings?saved=1", "/authoring", "/authoring?q=1", "/authoring/suggestions"]);
  await visit(page, ["/moderation", `/moderation/comments/${id}`, "/invitations", "/roles"]);
  await page.goto(`/moderation/comments/${id}`);
  await page.locator('[name="reason"]').fill("555");
  await page.locator('button[value="hide"]').click();
  await expect(page.getByRole("status").filter({ hasText: /./ }).first()).toBeVisible();
  await visit(page, ["/moderation", "/notifications", "/preview/sample/tallest-tree", "/preview/sample/pair-animals"]);
  // Accounts begin, and are found again, with a mail: nobody reads it here.
  await app.kill();
  await app.start({ SMTP_URL: "smtp://127.0.0.1:9" });
  await visit(other, ["/account", "/notifications", "/confirm-address?token=1", "/reset-password"]);
  await visit(other, ["/reset-password?sent=1", "/reset-password?token=1", "/sign-up", "/sign-up/confirm?token=1"]);
  expectHeld("staff");
  await Promise.all([page.context().close(), other.context().close()]);
});
