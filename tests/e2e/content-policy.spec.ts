import type { Page } from "@playwright/test";
import { person } from "../support/browser-people.ts";
import { expect as expectSoon, test } from "./app-test.ts";

/** The first comment waits for the highlighter, which a busy machine takes seconds to load. */
const expect = expectSoon.configure({ timeout: 30_000 });

/** Collects what the browser reports as against the policy of the page, over all pages that `page` opens. */
async function violationsOf(page: Page): Promise<readonly string[]> {
  const found: string[] = [];
  await page.exposeFunction("reportViolation", (text: string) => found.push(text));
  await page.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (event) => {
      const { reportViolation } = window as unknown as { reportViolation: (text: string) => void };
      reportViolation(`${event.documentURI}: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`);
    });
  });
  page.on("console", (message) => {
    if (/Content.Security.Policy/i.test(message.text())) found.push(message.text());
  });
  return found;
}

test("no page does anything against its content policy", async ({ browser, app }) => {
  test.slow();
  const page = await person(browser, app.url, "Polly", "tallest-tree", { administers: app.databaseUrl });
  const violations = await violationsOf(page);
  await page.goto("/exams/sample");
  await page.getByRole("button", { name: "Start study" }).click();
  // A radio button: one choice is a whole answer.
  const options = page.locator('#item input[name="option"][type="radio"]');
  for (let n = 1; ; n++) {
    await expect(page.getByRole("heading", { level: 1 })).toContainText(`Question ${n} `);
    if ((await options.count()) > 0) break;
    await page.getByRole("button", { name: "Next" }).click();
  }
  await options.first().check();
  await page.getByRole("button", { name: "Check answer" }).click();
  await expect(page.getByRole("heading", { name: "Explanation" })).toBeVisible();
  await page.goto("/exams/sample");
  await page.getByRole("button", { name: "Start mock exam" }).click();
  await page.getByRole("button", { name: "Begin exam" }).click();
  await expect(page.getByRole("timer")).toBeVisible();
  await page.getByRole("button", { name: "Finish" }).click();
  await page.getByRole("button", { name: "Submit exam" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Result");
  await page.goto("/exams/sample/questions/tallest-tree");
  await page.getByRole("textbox", { name: "Comment" }).fill("$\\frac{a}{b}$\n\n```js\nconst a = 1;\n```");
  await page.getByRole("button", { name: "Post comment" }).click();
  await expect(page.getByRole("article").locator("math")).toBeVisible();
  for (const path of [
    "/",
    "/progress",
    "/review",
    "/account",
    "/notifications",
    "/moderation",
    "/authoring",
    "/sign-in",
    "/sign-up",
    "/first-administrator",
    "/no-such-page",
    "/exams/sample/questions/steep-hills",
  ]) {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    // Scripts ran: without them a page cannot change by itself.
    await expect.poll(() => page.evaluate(() => "next" in window)).toBe(true);
  }
  await page.goto("/exams/sample");
  await page.getByRole("link", { name: /Mockdown/ }).click();
  await expect(page).toHaveURL(`${app.url}/`);
  expect(violations).toEqual([]);
  await page.context().close();
});

test("a script or a style that got into a page does not run, and the browser reports it", async ({ page }) => {
  const violations = await violationsOf(page);
  await page.route("**/sign-in", async (route) => {
    const response = await route.fetch();
    const smuggled =
      "<script>window.hasRun = 'script'</script><img src=x onerror=\"window.hasRun = 'handler'\">" +
      '<script src="https://elsewhere.invalid/x.js"></script><p id=smuggled style="color: rgb(1, 2, 3)">x</p>';
    await route.fulfill({ response, body: (await response.text()).replace("</main>", `${smuggled}</main>`) });
  });
  await page.goto("/sign-in");
  await expect.poll(() => violations.filter((text) => text.includes("script-src")).length).toBeGreaterThan(2);
  await expect.poll(() => violations.join(" ")).toContain("style-src");
  expect(await page.evaluate(() => (window as unknown as { hasRun?: string }).hasRun)).toBeUndefined();
});

test("every reply has the security headers, and the nonce is another each time", async ({ app, request }) => {
  const seen = new Set<string>();
  for (const path of ["/", "/no-such-page", "/api/health", "/icon.svg", "/exams/sample/feed.xml", "/sign-in"]) {
    const headers = (await request.get(app.url + path)).headers();
    expect(headers["content-security-policy"], path).toContain("script-src 'self' 'nonce-");
    expect(headers["cross-origin-opener-policy"], path).toBe("same-origin");
    expect(headers["cross-origin-resource-policy"], path).toBe("same-origin");
    expect(headers["permissions-policy"], path).toContain("camera=()");
    expect(headers["x-content-type-options"], path).toBe("nosniff");
    expect(headers["strict-transport-security"], path).toBeUndefined();
    seen.add(headers["content-security-policy"] ?? "");
  }
  expect(seen.size).toBe(6);
});
