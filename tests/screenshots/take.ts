/** Takes every picture of the documentation anew, from the built app with a world of its own. `npm run screenshots` runs it. */
import { chromium } from "@playwright/test";
import { openDatabase } from "#lib/db/database";
import { defaultSettings, writeSettings } from "#lib/settings/settings";
import playwright from "../../playwright.config.ts";
import { startApp, testSecret } from "../support/app-server.ts";
import { sessionCookie } from "../support/session-cookie.ts";
import { shots } from "./shots.ts";
import { makeWorld } from "./world.ts";

const app = await startApp({ content: "content" });
const db = openDatabase(app.databaseUrl);
const world = await makeWorld(db, new Date()).finally(() => db.close());
const browser = await chromium.launch(playwright.use?.launchOptions);
for (const { file, who, path, theme, size, from } of shots) {
  const [width, height] = size;
  const context = await browser.newContext({ viewport: { width, height }, reducedMotion: "reduce" });
  const settings = { name: "mockdown.settings", value: writeSettings({ ...defaultSettings, theme }), url: app.url };
  const [name = "", value = ""] = who === null ? [] : sessionCookie(world[who], testSecret).split(/=(.*)/s);
  await context.addCookies([settings, ...(who === null ? [] : [{ name, value, url: app.url }])]);
  const page = await context.newPage();
  // Twice: a page does not change to fonts that came late.
  for (let times = 0; times < 2; times++) await page.goto(`${app.url}${path(world)}`, { waitUntil: "networkidle" });
  if (from !== undefined) await page.locator(from).evaluate((element) => element.scrollIntoView({ block: "start" }));
  await page.screenshot({ path: `docs/images/${file}` });
  console.log(`docs/images/${file}`);
  await context.close();
}
await browser.close();
await app.dispose();
