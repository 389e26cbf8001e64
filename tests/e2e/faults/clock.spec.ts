import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { heldIn } from "./database.ts";
import { expect, fault, figure } from "./fault-test.ts";
import { shownSeconds, startExam } from "./sitting.ts";

fault.use({ hooks: true });

const minute = 60_000;

for (const [name, offMs] of [
  ["the server's clock is set back an hour in mid-exam, and forth again: what is left stays right", -60 * minute],
  ["the server's clock is set forth 10 minutes in mid-exam, and back: what is left stays right", 10 * minute],
  ["the server's clock is set forth two hours under an open exam, and back: the exam goes on", 120 * minute],
] as const)
  fault(name, async ({ page, app }) => {
    const sitting = await startExam(page, app);
    await sitting.choose();
    await sitting.verify();
    const before = await shownSeconds(page);
    const staysRight = async () => expect(Math.abs((await shownSeconds(page)) - before)).toBeLessThan(60);
    try {
      await app.setClock(offMs);
      await sitting.choose(1);
      await sitting.verify();
      await page.reload();
      await staysRight();
      await app.setClock(0);
      await sitting.choose(2);
      await sitting.verify();
      await page.reload();
      await staysRight();
      expect((await heldIn(app, sitting.id)).finishedBy).toBeNull();
      await sitting.submit();
    } finally {
      await app.setClock(0);
      // Else the clock would be in doubt for five minutes, also for the tests that follow.
      await app.kill();
      await app.start();
    }
  });

fault(
  "an hour passes on the server while a learner is offline: the exam has ended with everything chosen",
  async ({ page, app, context }) => {
    const sitting = await startExam(page, app);
    await sitting.choose();
    await sitting.verify();
    await context.setOffline(true);
    await sitting.choose(1);
    await sitting.shows("Not saved: will retry");
    try {
      await app.passTime(60 * minute);
      await context.setOffline(false);
      await sitting.verifyResult();
      expect((await heldIn(app, sitting.id)).finishedBy).toBe("deadline");
      await app.passTime(0);
      await page.reload();
      await sitting.verifyResult();
    } finally {
      await app.passTime(0);
    }
  },
);

for (const [name, hours] of [
  ["every question is answered offline: the answers are delivered after 23 hours from a restarted browser", 23],
  ["answers made offline arrive after 25 hours, from a restarted browser: the page says so", 25],
] as const)
  fault(name, async ({ app, playwright }) => {
    const folder = await mkdtemp(join(tmpdir(), "mockdown-profile-"));
    const options = fault.info().project.use.launchOptions ?? {};
    const launch = () => playwright.chromium.launchPersistentContext(folder, options);
    let browser = await launch();
    try {
      const page = await browser.newPage();
      const loaded = page.waitForResponse((response) => response.url().includes("/items?from=7") && response.ok());
      const sitting = await startExam(page, app);
      await sitting.shows("Saved");
      await loaded;
      await browser.setOffline(true);
      for (let n = 1; n <= sitting.count; n++) {
        await sitting.choose(n);
        if (n % 2 === 0) await sitting.choose(n + 1);
        if (n < sitting.count) await sitting.next();
      }
      await sitting.shows("Not saved: will retry");
      await browser.close();
      expect((await heldIn(app, sitting.id)).entries).toBe(0);
      await app.passTime(hours * 60 * minute);
      browser = await launch();
      const again = sitting.elsewhere(await browser.newPage());
      await again.page.goto(`${app.url}/attempts/${sitting.id}/1`);
      if (hours < 24) {
        // The result shows what was there, and again when the answers have come.
        await expect(again.page.getByText(/late sync/)).toHaveCount(sitting.count, { timeout: 20_000 });
        await again.verifyResult();
      } else {
        await expect(
          again.page.getByText(`${sitting.count} answers came after time was up and don’t count.`),
        ).toBeVisible({ timeout: 20_000 });
        sitting.chosen.clear();
        await again.verifyResult();
      }
      expect((await heldIn(app, sitting.id)).finishedBy).toBe("deadline");
    } finally {
      await app.passTime(0);
      await browser.close();
      await rm(folder, { recursive: true });
    }
  });

const zones = [
  "Pacific/Kiritimati",
  "Pacific/Auckland",
  "Pacific/Chatham",
  "Australia/Lord_Howe",
  "Asia/Kathmandu",
  "Asia/Tehran",
  "Europe/Berlin",
  "UTC",
  "America/St_Johns",
  "America/New_York",
  "America/Los_Angeles",
  "Pacific/Pago_Pago",
] as const;

fault("the device is in each of 12 time zones", async ({ app, browser }) => {
  await Promise.all(
    zones.map(async (timezoneId) => {
      const context = await browser.newContext({ timezoneId });
      const sitting = await startExam(await context.newPage(), app);
      await expect(sitting.page.getByRole("timer"), timezoneId).toHaveText(/^(30:00|29:\d\d)$/);
      await sitting.choose();
      await sitting.verify();
      await context.close();
    }),
  );
});

for (const [name, edge] of [
  ["summer time begins during the exam, on the server and the device", "2027-03-14T06:59:00Z"],
  ["summer time ends during the exam, on the server and the device", "2027-11-07T05:59:00Z"],
] as const)
  fault(name, async ({ app, browser }) => {
    const context = await browser.newContext({ timezoneId: "America/New_York" });
    try {
      const page = await context.newPage();
      await app.passTime(Date.parse(edge) - Date.now());
      await page.clock.install({ time: new Date(edge) });
      const sitting = await startExam(page, app);
      await expect(page.getByRole("timer")).toHaveText(/^(30:00|29:\d\d)$/);
      await sitting.choose();
      await sitting.verify();
      await app.passTime(Date.parse(edge) + 2 * minute - Date.now());
      await page.clock.setSystemTime(new Date(Date.parse(edge) + 2 * minute));
      const began = Date.now();
      await expect.poll(() => shownSeconds(page), { timeout: 10_000 }).toBeLessThan(28 * 60 + 1);
      const left = await shownSeconds(page);
      figure("left two minutes later", `${left} s of 1800`);
      expect(left).toBeGreaterThan(28 * 60 - 15 - (Date.now() - began) / 1_000);
      await sitting.choose(1);
      await sitting.verify();
      await sitting.submit();
    } finally {
      await app.passTime(0);
      await context.close();
    }
  });
