import { expect, test } from "./app-test.ts";

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
