import type { Page } from "@playwright/test";
import type { AppServer } from "../../support/app-server.ts";
import { isLong } from "../../support/run-length.ts";
import { expect, fault, figure } from "./fault-test.ts";
import { type Sitting, startExam } from "./sitting.ts";

fault.use({ hooks: true });

const password = "a long password";
/** Short: at some of the statements. */
const step = isLong ? 1 : 6;

async function fillIn(page: Page, app: AppServer, path: "sign-up" | "sign-in", email: string): Promise<void> {
  await page.goto(`${app.url}/${path}`);
  if (path === "sign-up") await page.getByRole("textbox", { name: "Display name" }).fill("Learner");
  await page.getByRole("textbox", { name: "Email" }).fill(email);
  await page.getByLabel("Password").fill(password);
}

async function send(page: Page, path: "sign-up" | "sign-in"): Promise<void> {
  const name = path === "sign-up" ? "Create account" : "Sign in";
  await page.getByRole("main").getByRole("button", { name }).click();
}

/** Signs in or up while the server dies before the n-th statement from then on. False when it lived. */
async function dieWithin(page: Page, app: AppServer, path: "sign-up" | "sign-in", email: string, n: number) {
  await fillIn(page, app, path, email);
  await app.dieAt({ any: n });
  await send(page, path);
  const hasDied = await Promise.race([
    app.ended().then(() => true),
    page.waitForURL(`${app.url}/`).then(() => page.waitForLoadState("networkidle").then(() => false)),
  ]);
  if (!hasDied) await app.dieAt(null);
  return hasDied;
}

/** The account holds the attempt with all that was chosen, and goes on with it. */
async function expectKept(sitting: Sitting): Promise<void> {
  await sitting.open(2);
  await sitting.choose();
  await sitting.verify();
  await expect(sitting.page.getByRole("button", { name: "Sign out" })).toBeVisible();
  await sitting.submit();
}

for (const [name, path] of [
  ["a guest creates an account", "sign-up"],
  ["a guest signs in to an existing account", "sign-in"],
] as const)
  fault(
    `${name}, and the server is killed at each statement: nothing is lost, and trying again succeeds`,
    async ({ app, browser }) => {
      fault.setTimeout(isLong ? 900_000 : 120_000);
      let kills = 0;
      for (let n = 1; n < 90; n += step) {
        const email = `${path}-${n}-${Date.now()}@example.org`;
        if (path === "sign-in") {
          const before = await (await browser.newContext()).newPage();
          await fillIn(before, app, "sign-up", email);
          await send(before, "sign-up");
          await before.waitForURL(`${app.url}/`);
          await before.context().close();
        }
        const context = await browser.newContext();
        const sitting = await startExam(await context.newPage(), app);
        await sitting.choose();
        await sitting.shows("Saved");
        await sitting.page.goto("about:blank");
        const first = await context.newPage();
        const hasDied = await dieWithin(first, app, path, email, n);
        await first.close();
        if (!hasDied) break;
        kills++;
        await app.start();
        const again = await context.newPage();
        await fillIn(again, app, path, email);
        await send(again, path);
        await again.waitForURL(`${app.url}/`, { timeout: 20_000 });
        await again.close();
        await expectKept(sitting);
        await context.close();
      }
      figure("kills", String(kills));
      expect(kills).toBeGreaterThan(1);
    },
  );
