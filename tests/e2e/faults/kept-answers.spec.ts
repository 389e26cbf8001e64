import type { Page } from "@playwright/test";
import { longRun } from "../short-run.ts";
import { heldIn } from "./database.ts";
import { expect, fault, onSave } from "./fault-test.ts";
import { heading, readForm, startExam } from "./sitting.ts";

fault(
  "the page is reloaded before the queue has drained: the device's newer answer is shown",
  async ({ page, app }) => {
    const sitting = await startExam(page, app);
    await sitting.choose();
    await sitting.shows("Saved");
    const undo = await onSave(page, (route) => route.abort("failed"));
    await sitting.choose(1);
    await sitting.shows("Not saved: will retry");
    await page.reload();
    await expect.poll(() => readForm(page)).toBe(sitting.chosen.get(1));
    await undo();
    await sitting.verify();
  },
);

fault(
  "the tab is closed offline and opened again: the kept answers are sent unchanged",
  longRun,
  async ({ page, app, context }) => {
    const sitting = await startExam(page, app);
    await sitting.shows("Saved");
    await app.kill();
    await sitting.choose();
    await sitting.shows("Not saved: will retry");
    await page.close();
    await app.start();
    expect((await heldIn(app, sitting.id)).entries).toBe(0);
    const again = sitting.elsewhere(await context.newPage());
    await again.open(1);
    await again.verify();
  },
);

fault(
  "the learner returns to a page other than the attempt: the queue is sent from there too",
  longRun,
  async ({ page, app, context }) => {
    const sitting = await startExam(page, app);
    await context.setOffline(true);
    await sitting.choose();
    await sitting.shows("Not saved: will retry");
    await page.close();
    await context.setOffline(false);
    const other = await context.newPage();
    await other.goto(`${app.url}/exams/sample`);
    await expect.poll(async () => (await heldIn(app, sitting.id)).answers.get(1)).toBe(sitting.chosen.get(1));
  },
);

fault("options are clicked faster than the device can store them: none is undone", longRun, async ({ page, app }) => {
  const sitting = await startExam(page, app);
  while ((await page.locator('#item input[name="option"]').count()) < 2) await sitting.next();
  await sitting.shows("Saved");
  const position = Number((await heading(page).textContent())?.split(" ")[1]);
  await page.locator("#item").evaluate((form) => {
    const inputs = [...form.querySelectorAll<HTMLInputElement>('input[name="option"]')];
    for (let n = 0; n < 60; n++) inputs[n % inputs.length]?.click();
  });
  sitting.chosen.set(position, await readForm(page));
  await sitting.shows("Saved");
  expect(await readForm(page)).toBe(sitting.chosen.get(position));
  expect((await heldIn(app, sitting.id)).entries).toBe(60);
  await sitting.verify();
});

fault(
  "the browser is closed with 500 answers made offline, and started again",
  longRun,
  async ({ app, playwright }) => {
    const { mkdtemp, rm } = await import("node:fs/promises");
    const { tmpdir } = await import("node:os");
    const { join } = await import("node:path");
    const folder = await mkdtemp(join(tmpdir(), "mockdown-profile-"));
    const options = fault.info().project.use.launchOptions ?? {};
    const launch = () => playwright.chromium.launchPersistentContext(folder, options);
    let browser = await launch();
    const sitting = await startExam(await browser.newPage(), app);
    while ((await sitting.page.locator('#item input[name="option"]').count()) < 2) await sitting.next();
    await sitting.shows("Saved");
    const position = Number((await heading(sitting.page).textContent())?.split(" ")[1]);
    await browser.setOffline(true);
    await sitting.page.locator("#item").evaluate(async (form) => {
      const inputs = [...form.querySelectorAll<HTMLInputElement>('input[name="option"]')];
      for (let n = 0; n < 500; n++) {
        inputs[n % inputs.length]?.click();
        await new Promise((resolve) => setTimeout(resolve, 2));
      }
    });
    await sitting.shows("Not saved: will retry", 60_000);
    sitting.chosen.set(position, await readForm(sitting.page));
    await expect.poll(() => keptOn(sitting.page), { timeout: 30_000 }).toBe(500);
    await browser.close();
    browser = await launch();
    const again = sitting.elsewhere(await browser.newPage());
    await again.open(position);
    await again.verify();
    expect((await heldIn(app, sitting.id)).entries).toBe(500);
    await browser.close();
    await rm(folder, { recursive: true });
  },
);

fault("the browser's storage is blocked: the page says so, and continues online", longRun, async ({ page, app }) => {
  await page.addInitScript(() => Object.defineProperty(window, "indexedDB", { get: () => undefined }));
  const sitting = await startExam(page, app);
  await expect(page.getByText("This browser can’t store answers")).toBeVisible();
  await sitting.choose();
  await sitting.verify();
  await sitting.submit();
});

fault("the browser's storage is full: the page says so, and continues online", async ({ page, app }) => {
  await page.addInitScript(() => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException("full", "QuotaExceededError");
    };
  });
  const sitting = await startExam(page, app);
  await sitting.choose();
  await expect(page.getByText("This browser can’t store answers")).toBeVisible();
  await sitting.verify();
  await sitting.choose(1);
  await sitting.verify();
  await sitting.submit();
});

fault("local storage throws", longRun, async ({ page, app }) => {
  await page.addInitScript(() =>
    Object.defineProperty(window, "localStorage", {
      get: () => {
        throw new DOMException("denied", "SecurityError");
      },
    }),
  );
  const sitting = await startExam(page, app);
  await sitting.choose();
  await sitting.verify();
});

/** How many changes the device holds unsent. */
function keptOn(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open("mockdown-answers");
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const counting = opening.result.transaction("pending").objectStore("pending").count();
          counting.onsuccess = () => resolve(counting.result);
        };
      }),
  );
}
