import type { Page } from "@playwright/test";
import { longRun } from "../short-run.ts";
import { setDeadline } from "./database.ts";
import { expect, fault, onSave } from "./fault-test.ts";
import { anotherDevice, heading, readForm, type Sitting, shownSeconds, startExam } from "./sitting.ts";

/** What somebody would try who wants an answer lost, doubled or put where it does not belong. */

for (const [name, status] of [
  ["a gateway refuses every request as unreadable: 400", 400],
  ["a gateway refuses every request as too large: 413", 413],
] as const)
  fault(name, longRun, async ({ page, app }) => {
    const sitting = await startExam(page, app);
    await sitting.shows("Saved");
    const body = "<h1>Request Header Or Cookie Too Large</h1>";
    const undo = await onSave(page, (route) => route.fulfill({ status, contentType: "text/html", body }));
    await sitting.choose();
    await sitting.shows("Not saved: will retry");
    await undo();
    await sitting.verify();
    await sitting.submit();
  });

fault(
  "another server's JSON arrives with 200, as the reply to saves and to requests for the time",
  async ({ page, app }) => {
    const sitting = await startExam(page, app);
    await sitting.shows("Saved");
    const pattern = /\/api\/attempts\//;
    await page.route(pattern, (route) => route.fulfill({ status: 200, contentType: "application/json", body: "{}" }));
    await sitting.choose();
    await sitting.shows("Not saved: will retry");
    // One poll at least has had such a reply, too.
    await page.waitForResponse(/answers\?after=/);
    await sitting.choose(1);
    expect(await shownSeconds(page)).toBeGreaterThan(29 * 60);
    await page.unroute(pattern);
    await sitting.verify();
    await sitting.submit();
  },
);

fault(
  "another tab locks the browser's storage and never releases it: the page says so, and continues online",
  longRun,
  async ({ page, app, context }) => {
    const sitting = await startExam(page, app);
    await sitting.shows("Saved");
    const other = await context.newPage();
    await other.goto(`${app.url}/api/health`);
    await other.evaluate(holdStore);
    await page.bringToFront();
    await sitting.choose();
    await expect(page.getByText("This browser can’t store answers")).toBeVisible({ timeout: 15_000 });
    await sitting.verify();
    await sitting.choose(1);
    await sitting.verify();
    await sitting.submit();
  },
);

/** Opens a transaction over everything and keeps it open. */
function holdStore(): Promise<void> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open("mockdown-answers");
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const store = opening.result.transaction(["pending", "known", "meta"], "readwrite").objectStore("meta");
      const again = () => {
        store.get("client").onsuccess = again;
      };
      again();
      resolve();
    };
  });
}

fault(
  "typing continues past the deadline offline: what was written before it counts",
  longRun,
  async ({ page, app, context }) => {
    const sitting = await startExam(page, app, ...withTextField);
    await toTextField(sitting);
    await sitting.shows("Saved");
    await setDeadline(app, sitting.id, 8_000);
    await expect.poll(() => shownSeconds(page), { timeout: 8_000 }).toBeLessThan(10);
    await context.setOffline(true);
    await sitting.choose(41);
    await sitting.shows("Not saved: will retry");
    await expect.poll(() => shownSeconds(page), { timeout: 15_000 }).toBe(0);
    await page.waitForTimeout(1_500);
    // As fast as a hand is that was at the keyboard when the time was over.
    await valueField(page).evaluate((field: HTMLInputElement) => {
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set?.call(field, "7");
      field.dispatchEvent(new Event("input", { bubbles: true }));
    });
    await context.setOffline(false);
    await sitting.verifyResult();
  },
);

fault(
  "downloading the questions fails at first: every one can be read offline later",
  longRun,
  async ({ page, app, context }) => {
    let isFirst = true;
    await page.route(/\/items\?/, (route) => {
      const fails = isFirst;
      isFirst = false;
      return fails ? route.abort("failed") : route.continue();
    });
    const sitting = await startExam(page, app);
    await page.waitForResponse((response) => /\/items\?/.test(response.url()) && response.ok(), { timeout: 15_000 });
    await sitting.shows("Saved");
    await context.setOffline(true);
    for (let n = 1; n < sitting.count; n++) {
      await sitting.choose(n);
      await sitting.next();
    }
    await context.setOffline(false);
    await sitting.verify();
    await sitting.submit();
  },
);

fault("the request that submits is lost: it is sent again without another press", longRun, async ({ page, app }) => {
  const sitting = await startExam(page, app);
  await sitting.choose();
  await sitting.shows("Saved");
  await page.goto(`${app.url}/attempts/${sitting.id}/review`);
  await sitting.shows("Saved");
  let lost = 0;
  await page.route(/\/review$/, (route) =>
    route.request().method() === "POST" && ++lost <= 2 ? route.abort("failed") : route.continue(),
  );
  await page.getByRole("button", { name: "Submit exam" }).click();
  await sitting.verifyResult();
  expect(lost).toBe(3);
});

fault("the request that checks an answer is lost: it is sent again without another press", async ({ page, app }) => {
  const sitting = await startExam(page, app, "Start study");
  await sitting.choose();
  await sitting.shows("Saved");
  let lost = 0;
  await page.route(/\/items\/1\/check$/, (route) => (++lost === 1 ? route.abort("failed") : route.continue()));
  await page.getByRole("button", { name: "I don’t know" }).click();
  await expect(page.getByRole("heading", { name: "Incorrect" })).toBeVisible();
  expect(lost).toBe(2);
  // What was chosen before one did not know is not shown as the answer given.
  expect(await readForm(page)).toBe("");
});

fault(
  "a flag, a note and an answer arrive after another device has submitted: the page names each correctly",
  longRun,
  async ({ page, app, context, browser }) => {
    const first = await startExam(page, app);
    const device = await anotherDevice(browser, context);
    const second = first.elsewhere(await device.newPage());
    await second.open(1);
    await second.shows("Saved");
    await device.setOffline(true);
    await second.choose();
    first.chosen.clear();
    await second.page.getByRole("button", { name: "Flag" }).click();
    await second.page.locator("summary", { hasText: "Note" }).click();
    await second.page.getByRole("textbox", { name: "Note to self" }).fill("look this up");
    await second.shows("Not saved: will retry");
    await first.submit();
    await device.setOffline(false);
    await expect(heading(second.page)).toHaveText("Result", { timeout: 20_000 });
    await expect(second.page.getByText("1 answer came after the attempt had ended and doesn’t count.")).toBeVisible();
    await expect(
      second.page.getByText("1 flag and 1 note came after the attempt had ended and weren’t saved."),
    ).toBeVisible();
    await device.close();
  },
);

fault(
  "an answer is changed on another device while it is being typed here: both are shown, and the newest counts",
  longRun,
  async ({ page, app, context }) => {
    const first = await startExam(page, app, ...withTextField);
    await toTextField(first);
    const position = Number((await heading(page).textContent())?.split(" ")[1]);
    const second = first.elsewhere(await context.newPage());
    await second.open(position);
    await valueField(page).fill("12");
    await expect(valueField(second.page)).toHaveValue("12");
    await second.choose(12);
    await second.shows("Saved");
    await expect(page.getByText("Changed on another device to “13”.")).toBeVisible();
    await expect(valueField(page)).toHaveValue("12");
    // Who writes no further has the newer one in front of them when they leave the field.
    await valueField(page).blur();
    await expect(valueField(page)).toHaveValue("13");
    await first.verify();
    await valueField(second.page).blur();
    await first.choose(13);
    await expect(valueField(second.page)).toHaveValue("14");
    await second.choose(14);
    await expect(page.getByText("Changed on another device to “15”.")).toBeVisible();
    await valueField(page).press("End");
    await valueField(page).pressSequentially("6");
    first.chosen.set(position, "=146");
    await expect(page.getByText("Changed on another device")).toBeHidden();
    await first.verify();
    await valueField(second.page).blur();
    await expect(valueField(second.page)).toHaveValue("146");
    await first.submit();
  },
);

/** One certain draw: one exam in ten asks nothing that is typed. */
const withTextField = ["Start this exam", "sample?seed=typed"] as const;

function valueField(page: Page) {
  return page.locator('#item input[name="value"]');
}

async function toTextField(sitting: Sitting): Promise<void> {
  while ((await valueField(sitting.page).count()) === 0) await sitting.next();
}
