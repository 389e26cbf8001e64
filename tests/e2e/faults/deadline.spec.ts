import type { Browser, Page } from "@playwright/test";
import type { AppServer } from "../../support/app-server.ts";
import { isLong } from "../../support/run-length.ts";
import { chance } from "./chance.ts";
import { heldIn, setDeadline } from "./database.ts";
import { expect, fault, figure, onSave } from "./fault-test.ts";
import { heading, startExam } from "./sitting.ts";

const runs = isLong ? 200 : 2;
const atOnce = isLong ? 10 : 2;
/** How far from the deadline an answer is made, and arrives at the server; seconds. */
const made = { from: -2, to: 2 };
const arrives = { from: -2, to: isLong ? 12 : 2 };
const leadMs = 4_500;

interface Run {
  /** Milliseconds from the deadline to the click; null when the page took it no more. */
  readonly madeAt: number | null;
  readonly counted: boolean;
  readonly submitted: boolean;
}

fault(
  "answers are made and arrive around the deadline: everything made before it counts, and nothing after",
  async ({ app, browser }) => {
    fault.setTimeout(isLong ? 3_000_000 : 90_000);
    const random = chance(7);
    const done: Run[] = [];
    for (let begun = 0; begun < runs; begun += atOnce)
      done.push(
        ...(await Promise.all(Array.from({ length: atOnce }, (_, i) => runOne(browser, app, random, begun + i)))),
      );
    const before = done.filter((run) => run.madeAt !== null && run.madeAt <= 0);
    const after = done.filter((run) => run.madeAt === null);
    const edge = done.filter((run) => run.madeAt !== null && run.madeAt > 0);
    const latest = Math.max(0, ...edge.map((run) => run.madeAt ?? 0));
    figure(
      "runs",
      `${done.length}, arriving up to ${arrives.to} s after: ${before.length} answers made before, ${before.filter((run) => run.counted).length} counted; ${after.length} after, ${after.filter((run) => run.counted).length} counted; ${edge.length} while the page closed, the last ${latest} ms after`,
    );
    expect(before.filter((run) => !run.counted)).toEqual([]);
    expect(after.filter((run) => run.counted)).toEqual([]);
    // The page closes within a tenth of a second; what the server allows for an error of the clock is one.
    expect(latest).toBeLessThan(1_000);
    expect(before.length).toBeGreaterThan(0);
    expect(after.length).toBeGreaterThan(0);
  },
);

const within = (range: { readonly from: number; readonly to: number }, share: number) =>
  (range.from + (range.to - range.from) * share) * 1_000;

async function runOne(browser: Browser, app: AppServer, random: () => number, n: number): Promise<Run> {
  // The first runs of all are one of each kind, so that no kind is left to chance.
  const madeAt = n % 4 === 0 ? -800 : n % 4 === 1 ? 800 : within(made, random());
  const arrivesAt = within(arrives, random());
  const submits = n % 3 === 2;
  const context = await browser.newContext();
  const page = await context.newPage();
  const sitting = await startExam(page, app);
  while ((await page.locator('#item input[name="option"][type="radio"]').count()) < 2) await sitting.next();
  const position = Number((await heading(page).textContent())?.split(" ")[1]);
  await sitting.choose(0);
  await sitting.shows("Saved");
  const safe = sitting.chosen.get(position);
  const endsAt = Date.now() + leadMs;
  await setDeadline(app, sitting.id, endsAt - Date.now());
  await onSave(page, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, endsAt + arrivesAt - Date.now())));
    return route.continue();
  });
  const clicked = await clickAt(page, endsAt + madeAt);
  if (submits && clicked !== null) await trySubmitting(page);
  await expect(heading(page)).toHaveText("Result", { timeout: 40_000 });
  const gradedNow = async () => (await heldIn(app, sitting.id)).graded.get(position) ?? null;
  await expect.poll(gradedNow, { timeout: 20_000 }).not.toBeNull();
  // The result may be there before the answer arrives. It counts then, or the learner who could answer reads that it does not.
  const isShown = page.getByText("came after time was up");
  if (clicked !== null)
    await expect
      .poll(async () => (await gradedNow()) === clicked.value || (await isShown.isVisible()), { timeout: 25_000 })
      .toBe(true);
  const graded = await gradedNow();
  const counted = graded === clicked?.value;
  expect(counted || graded === safe, "what was saved before stays").toBe(true);
  await context.close();
  return { madeAt: clicked === null ? null : clicked.at - endsAt, counted, submitted: submits };
}

/** Chooses the second option at a moment, if the page still takes it; at which moment that was. */
function clickAt(page: Page, at: number): Promise<{ readonly at: number; readonly value: string } | null> {
  return page.evaluate(async (moment) => {
    await new Promise((resolve) => setTimeout(resolve, moment - Date.now()));
    const option = document.querySelectorAll<HTMLInputElement>('#item input[name="option"][type="radio"]')[1];
    if (option === undefined || option.closest("[inert]") !== null) return null;
    const clickedAt = Date.now();
    option.click();
    return { at: clickedAt, value: option.value };
  }, at);
}

/** To the review page and out, as far as the clock lets one. */
async function trySubmitting(page: Page): Promise<void> {
  for (const name of ["Finish", "Submit exam"])
    await page
      .getByRole("button", { name })
      .click({ timeout: 1_500 })
      .catch(() => {});
}
