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
