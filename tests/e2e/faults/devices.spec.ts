import { setTimeout as sleep } from "node:timers/promises";
import { longRun } from "../short-run.ts";
import { heldIn } from "./database.ts";
import { expect, fault } from "./fault-test.ts";
import { anotherDevice, heading, leaveField, readForm, startExam } from "./sitting.ts";

fault("two tabs answer different questions", longRun, async ({ page, app, context }) => {
  const first = await startExam(page, app);
  const second = first.elsewhere(await context.newPage());
  await second.open(2);
  await first.choose();
  await second.choose(1);
  await first.shows("Saved");
  await second.verify();
  await first.submit();
});

fault("two tabs answer the same question: the newest counts and both show it", async ({ page, app, context }) => {
  const first = await startExam(page, app);
  const second = first.elsewhere(await context.newPage());
  await second.open(1);
  for (let turn = 0; turn < 4; turn++) {
    const [one, other] = turn % 2 === 0 ? [first, second] : [second, first];
    await one.choose(turn);
    await leaveField(one.page);
    await expect.poll(() => readForm(other.page)).toBe(first.chosen.get(1));
  }
  await second.verify();
});

fault(
  "two tabs of one browser race on the same question: no version is used twice",
  longRun,
  async ({ page, app, context }) => {
    const first = await startExam(page, app);
    const second = first.elsewhere(await context.newPage());
    await second.open(1);
    const click = (target: typeof page, i: number) =>
      target
        .locator('#item input[name="option"]')
        .nth(i % 2)
        .click();
    if ((await page.locator('#item input[name="option"][type="radio"]').count()) === 0)
      await Promise.all([first.open(2), second.open(2)]);
    if ((await page.locator('#item input[name="option"][type="radio"]').count()) < 2) return;
    await Promise.all([0, 1, 2, 3, 4, 5].flatMap((i) => [click(page, i), click(second.page, i + 1)]));
    await first.shows("Saved");
    await second.shows("Saved");
    await expect
      .poll(async () => (await readForm(page)) === (await readForm(second.page)), { timeout: 10_000 })
      .toBe(true);
    const position = Number((await heading(page).textContent())?.split(" ")[1]);
    expect((await heldIn(app, first.id)).answers.get(position)).toBe(await readForm(page));
  },
);

fault(
  "two devices are used: each sees within seconds what the other chose",
  longRun,
  async ({ page, app, context, browser }) => {
    const first = await startExam(page, app);
    const device = await anotherDevice(browser, context);
    const second = first.elsewhere(await device.newPage());
    await second.open(1);
    await first.choose();
    await expect.poll(() => readForm(second.page), { timeout: 8_000 }).toBe(first.chosen.get(1));
    await leaveField(page);
    await second.choose(1);
    await expect.poll(() => readForm(page), { timeout: 8_000 }).toBe(first.chosen.get(1));
    await first.verify();
    await device.close();
  },
);

fault(
  "one device submits while the other has unsent answers: it says that they do not count",
  longRun,
  async ({ page, app, context, browser }) => {
    const first = await startExam(page, app);
    await first.choose();
    await first.shows("Saved");
    const device = await anotherDevice(browser, context);
    const second = first.elsewhere(await device.newPage());
    await second.open(1);
    await sleep(500);
    await device.setOffline(true);
    const counted = first.chosen.get(1) ?? "";
    await second.choose(1);
    await second.shows("Not saved: will retry");
    first.chosen.set(1, counted);
    await first.submit();
    await device.setOffline(false);
    await expect(heading(second.page)).toHaveText("Result", { timeout: 20_000 });
    await expect(second.page.getByText("1 answer came after the attempt had ended and doesn’t count.")).toBeVisible();
    expect((await heldIn(app, first.id)).graded.get(1)).toBe(counted);
    await device.close();
  },
);

fault(
  "one device submits: the other becomes read-only automatically",
  longRun,
  async ({ page, app, context, browser }) => {
    const first = await startExam(page, app);
    const device = await anotherDevice(browser, context);
    const second = first.elsewhere(await device.newPage());
    await second.open(2);
    await first.choose();
    await first.shows("Saved");
    await first.submit();
    await expect(heading(second.page)).toHaveText("Result", { timeout: 10_000 });
    await device.close();
  },
);

fault("Submit is pressed twice, and 50 times at once", async ({ page, app }) => {
  const sitting = await startExam(page, app);
  await sitting.choose();
  await sitting.shows("Saved");
  await page.goto(`${app.url}/attempts/${sitting.id}/review`);
  await page.getByRole("button", { name: "Submit exam" }).evaluate((button: HTMLButtonElement) => {
    for (let n = 0; n < 50; n++) button.click();
  });
  await sitting.verifyResult();
  expect((await heldIn(app, sitting.id)).finishedBy).toBe("learner");
});

fault("the back button after submitting leads to the result, not to the exam", longRun, async ({ page, app }) => {
  const sitting = await startExam(page, app);
  await sitting.choose();
  await sitting.shows("Saved");
  await page.getByRole("button", { name: "Finish" }).click();
  await page.getByRole("button", { name: "Submit exam" }).click();
  await sitting.verifyResult();
  await page.goBack();
  await expect(heading(page)).toHaveText("Result", { timeout: 10_000 });
});

fault(
  "the page comes back from the back/forward cache with an older answer on it",
  longRun,
  async ({ page, app, context }) => {
    const sitting = await startExam(page, app);
    await sitting.choose();
    await sitting.shows("Saved");
    await page.goto(`${app.url}/exams/sample`);
    const other = sitting.elsewhere(await context.newPage());
    await other.open(1);
    await other.choose(1);
    await other.shows("Saved");
    await page.goBack();
    await expect(heading(page)).toHaveText(/^Question 1 of/);
    await expect.poll(() => readForm(page), { timeout: 10_000 }).toBe(sitting.chosen.get(1));
    await sitting.verify();
  },
);

fault("JavaScript is off: the whole exam by plain forms", async ({ app, browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const sitting = await startExam(await context.newPage(), app);
  const { page } = sitting;
  await expect(page.getByText(/^Ends at \d+:\d\d\s[AP]M UTC, \d+ minutes left$/)).toBeVisible();
  // Nothing is offered that only a script can do.
  await expect(page.getByRole("button", { name: "Keyboard" })).toBeHidden();
  for (let n = 1; n <= sitting.count; n++) {
    await sitting.choose(n);
    if (n === 2) await page.getByRole("button", { name: "Flag" }).click();
    await sitting.next();
  }
  await expect(page.getByText(`${sitting.count} answered, 0 unanswered, 1 flagged.`)).toBeVisible();
  await page.getByRole("button", { name: "Submit exam" }).click();
  await sitting.verifyResult();
  await context.close();
});

fault("JavaScript is off and a form is sent twice", longRun, async ({ app, browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const sitting = await startExam(await context.newPage(), app);
  const { page } = sitting;
  await sitting.choose();
  // A page that is on its way to the next cannot be reloaded.
  const answered = page.waitForEvent("load");
  await page.getByRole("button", { name: "Flag" }).click();
  await answered;
  await page.reload();
  await page.goBack().catch(() => null);
  await sitting.open(1);
  const held = await heldIn(app, sitting.id);
  expect(held.answers.get(1)).toBe(sitting.chosen.get(1));
  expect(held.entries).toBe(1);
  await context.close();
});

fault("an option is chosen before the script has arrived", async ({ page, app }) => {
  const sitting = await startExam(page, app);
  await page.route(/\.js(\?|$)/, async (route) => {
    await sleep(1_500);
    return route.continue();
  });
  await page.goto(`${app.url}/attempts/${sitting.id}/1`, { waitUntil: "commit" });
  await page.locator("#item").waitFor();
  await sitting.choose();
  await page.waitForLoadState("load");
  await sitting.verify();
});
