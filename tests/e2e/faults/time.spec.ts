import { setTimeout as sleep } from "node:timers/promises";
import type { Page } from "@playwright/test";
import { longRun } from "../short-run.ts";
import { heldIn, setDeadline } from "./database.ts";
import { expect, fault, figure, onSave } from "./fault-test.ts";
import { heading, shownSeconds, startExam } from "./sitting.ts";

const hour = 3_600_000;

/** Sets the page's system clock off by this number of milliseconds, from the start or at once. */
async function setClock(page: Page, offMs: number): Promise<void> {
  await page.addInitScript(shift, offMs);
  await page.evaluate(shift, offMs);
}

function shift(offMs: number) {
  const Real = (globalThis as { RealDate?: DateConstructor }).RealDate ?? Date;
  (globalThis as { RealDate?: DateConstructor }).RealDate = Real;
  class Shifted extends Real {
    constructor(...args: unknown[]) {
      if (args.length === 0) super(Real.now() + offMs);
      else super(...(args as [number]));
    }
    static override now() {
      return Real.now() + offMs;
    }
  }
  globalThis.Date = Shifted as DateConstructor;
}

/** Something happened between these two, in milliseconds of `Date.now()`. */
type Moments = readonly [after: number, before: number];

/** By how many seconds the page's clock is surely wrong, when `seconds` were left at `set`: however long it takes to read it. */
async function wrongBy(page: Page, seconds: number, set: Moments): Promise<number> {
  const asked = Date.now();
  const shown = await shownSeconds(page);
  const most = seconds - (asked - set[1]) / 1_000;
  const least = seconds - (Date.now() - set[0]) / 1_000;
  return Math.max(0, least - shown, shown - most);
}

for (const [name, offMs] of [
  ["the computer's clock is a day fast", 24 * hour],
  ["the computer's clock is a day slow", -24 * hour],
] as const)
  fault(name, offMs > 0 ? {} : longRun, async ({ page, app }) => {
    await page.goto(`${app.url}/`);
    await setClock(page, offMs);
    const begun = Date.now();
    const sitting = await startExam(page, app);
    await expect(page.getByRole("timer")).toBeVisible();
    await sleep(1_000);
    expect(await wrongBy(page, 30 * 60, [begun, Date.now()])).toBeLessThan(2);
    const asked = Date.now();
    await setDeadline(app, sitting.id, 60_000);
    const set: Moments = [asked, Date.now()];
    await expect.poll(() => shownSeconds(page), { timeout: 10_000 }).toBeLessThanOrEqual(60);
    const wrong = await wrongBy(page, 60, set);
    figure("clock wrong by", `${wrong.toFixed(1)} s, rounding up of seconds included`);
    expect(wrong).toBeLessThan(2);
    await sitting.choose();
    await sitting.verify();
    await sitting.submit();
  });

fault("the computer's clock jumps an hour forward and two back during an exam", longRun, async ({ page, app }) => {
  const sitting = await startExam(page, app);
  await expect(page.getByRole("timer")).toBeVisible();
  const before = await shownSeconds(page);
  await page.evaluate(shift, hour);
  await sleep(500);
  expect(before - (await shownSeconds(page))).toBeLessThan(10);
  await sitting.choose();
  await page.evaluate(shift, -2 * hour);
  await sleep(500);
  expect(before - (await shownSeconds(page))).toBeLessThan(20);
  await sitting.choose(1);
  await sitting.verify();
  await sitting.submit();
});

fault("somebody does not watch the clock: a screen reader announces the time left", longRun, async ({ page, app }) => {
  const sitting = await startExam(page, app);
  const aloud = page.locator(".item-head span[aria-live]");
  await expect(page.getByRole("timer")).toBeVisible();
  await expect(aloud).toHaveText("");
  for (const [leftMs, words] of [
    [300_000, "5 minutes left"],
    [60_000, "1 minute left"],
  ] as const) {
    // Time enough for the page to learn of it.
    await setDeadline(app, sitting.id, leftMs + 8_000);
    await expect(aloud).toHaveText(words, { timeout: 25_000 });
    expect(await shownSeconds(page)).toBeLessThanOrEqual(leftMs / 1_000);
  }
});

fault("the deadline passes: the exam is submitted and the result appears automatically", async ({ page, app }) => {
  const sitting = await startExam(page, app);
  await sitting.choose();
  await setDeadline(app, sitting.id, 6_000);
  await sitting.verifyResult();
  expect((await heldIn(app, sitting.id)).finishedBy).toBe("deadline");
});

fault(
  "the deadline passes while offline: the exam is submitted when the learner is back, and what was chosen before counts",
  longRun,
  async ({ page, app, context }) => {
    const sitting = await startExam(page, app);
    await sitting.choose();
    await sitting.shows("Saved");
    await setDeadline(app, sitting.id, 9_000);
    await expect.poll(() => shownSeconds(page), { timeout: 8_000 }).toBeLessThan(10);
    await context.setOffline(true);
    await sitting.choose(1);
    await expect(page.getByText("Time is up. Your exam is submitted when you’re back online.")).toBeVisible({
      timeout: 15_000,
    });
    await sleep(1_000);
    await context.setOffline(false);
    await sitting.verifyResult();
    await expect(page.getByText(/late sync/).first()).toBeVisible({ timeout: 10_000 });
    expect((await heldIn(app, sitting.id)).finishedBy).toBe("deadline");
  },
);

fault("answers are made up to the last moment", longRun, async ({ page, app }) => {
  const sitting = await startExam(page, app);
  while ((await page.locator('#item input[name="option"]').count()) < 2) await sitting.next();
  const position = Number((await heading(page).textContent())?.split(" ")[1]);
  const acknowledged: string[] = [];
  page.on("response", async (response) => {
    if (response.request().method() === "PUT" && response.ok()) acknowledged.push(response.request().postData() ?? "");
  });
  await setDeadline(app, sitting.id, 5_000);
  for (let turn = 0; (await heading(page).textContent()) !== "Result" && turn < 300; turn++) {
    await page
      .locator('#item input[name="option"]')
      .nth(turn % 2)
      .click({ timeout: 500 })
      .catch(() => {});
    await sleep(40);
  }
  await expect(heading(page)).toHaveText("Result", { timeout: 20_000 });
  const held = await heldIn(app, sitting.id);
  const reported = acknowledged.flatMap((body) => (JSON.parse(body) as { entries: { field: string }[] }).entries);
  expect(held.entries).toBeGreaterThan(3);
  expect(reported.filter((entry) => entry.field === "answer").length).toBeGreaterThanOrEqual(held.entries);
  // Where the last click took the last tick away, nothing is graded.
  expect(held.graded.get(position) ?? "").toBe(held.answers.get(position) ?? "");
});

fault("the laptop sleeps past the deadline", longRun, async ({ page, app }) => {
  const sitting = await startExam(page, app);
  await sitting.choose();
  await sitting.shows("Saved");
  const client = await page.context().newCDPSession(page);
  await client.send("Page.setWebLifecycleState", { state: "frozen" });
  await setDeadline(app, sitting.id, -60_000);
  await sleep(1_000);
  await client.send("Page.setWebLifecycleState", { state: "active" });
  await sitting.verifyResult();
});

fault(
  "an answer given before the deadline is delivered after the sweeper has submitted the exam",
  longRun,
  async ({ page, app }) => {
    const sitting = await startExam(page, app);
    const undo = await onSave(page, (route) => route.abort("failed"));
    await sitting.choose();
    await sitting.shows("Not saved: will retry");
    await page.goto("about:blank");
    await setDeadline(app, sitting.id, 0);
    await expect.poll(async () => (await heldIn(app, sitting.id)).finishedBy, { timeout: 25_000 }).toBe("deadline");
    await undo();
    await page.goto(`${app.url}/attempts/${sitting.id}/result`);
    await expect.poll(async () => (await heldIn(app, sitting.id)).graded.get(1)).toBe(sitting.chosen.get(1));
    await expect(page.getByText(/late sync/)).toBeVisible();
    await sitting.verifyResult();
  },
);

fault(
  "an answer given before the page has received anything from the server is delivered after the sweeper has submitted the exam",
  longRun,
  async ({ page, app }) => {
    const answers = /\/api\/attempts\/[^/]+\/answers/;
    // What is asked gets no reply, what is sent is lost: the page never says "Saved".
    await page.route(answers, (route) => (route.request().method() === "PUT" ? route.abort("failed") : undefined));
    const sitting = await startExam(page, app);
    await sitting.choose();
    await sitting.shows("Not saved: will retry");
    await page.goto("about:blank");
    await setDeadline(app, sitting.id, 0);
    await expect.poll(async () => (await heldIn(app, sitting.id)).finishedBy, { timeout: 25_000 }).toBe("deadline");
    await page.unroute(answers);
    await page.goto(`${app.url}/attempts/${sitting.id}/result`);
    await expect.poll(async () => (await heldIn(app, sitting.id)).graded.get(1)).toBe(sitting.chosen.get(1));
    await sitting.verifyResult();
  },
);

fault("nobody comes back: the sweeper submits the exam", longRun, async ({ page, app }) => {
  const sitting = await startExam(page, app);
  await sitting.choose();
  await sitting.shows("Saved");
  await page.goto("about:blank");
  await setDeadline(app, sitting.id, -1_000);
  await expect.poll(async () => (await heldIn(app, sitting.id)).finishedBy, { timeout: 25_000 }).toBe("deadline");
  expect((await heldIn(app, sitting.id)).graded.get(1)).toBe(sitting.chosen.get(1));
});
