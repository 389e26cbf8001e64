import { type Browser, type BrowserContext, expect, type Page } from "@playwright/test";
import type { AppServer } from "../../support/app-server.ts";
import { heldIn } from "./database.ts";

/** A learner at an exam, who remembers what they chose. */
export interface Sitting {
  readonly id: string;
  readonly page: Page;
  readonly count: number;
  /** What the learner last chose, by position. */
  readonly chosen: Map<number, string>;
  /** Chooses something at the item that is shown; `turn` says which. */
  readonly choose: (turn?: number) => Promise<void>;
  readonly next: () => Promise<void>;
  readonly open: (position: number) => Promise<void>;
  readonly shows: (words: string | RegExp, timeout?: number) => Promise<void>;
  /** Holds the database to what the learner chose and saw saved. */
  readonly verify: () => Promise<void>;
  /** Submits, and holds the result to what the learner chose. */
  readonly submit: () => Promise<void>;
  readonly verifyResult: () => Promise<void>;
  /** The same attempt in another tab, window or browser. */
  readonly elsewhere: (page: Page) => Sitting;
}

export async function startExam(
  page: Page,
  app: AppServer,
  button = "Start mock exam",
  exam = "sample",
): Promise<Sitting> {
  await page.goto(`${app.url}/exams/${exam}`);
  await page.getByRole("button", { name: button }).click();
  if (button !== "Start study") await page.getByRole("button", { name: "Begin exam" }).click();
  await expect(heading(page)).toHaveText(/^Question 1 of \d+$/);
  const count = Number((await heading(page).textContent())?.split(" ").at(-1));
  const id = new URL(page.url()).pathname.split("/")[2] ?? "";
  return sit(page, app, id, count, new Map());
}

/** Another device, on which the same learner is signed in. */
export async function anotherDevice(browser: Browser, context: BrowserContext): Promise<BrowserContext> {
  const device = await browser.newContext();
  await device.addCookies(await context.cookies());
  return device;
}

export function heading(page: Page) {
  return page.getByRole("heading", { level: 1 });
}

function sit(page: Page, app: AppServer, id: string, count: number, chosen: Map<number, string>): Sitting {
  const self: Sitting = {
    id,
    page,
    count,
    chosen,
    async choose(turn = 0) {
      const position = Number((await heading(page).textContent())?.split(" ")[1]);
      await fill(page, turn);
      chosen.set(position, await readForm(page));
    },
    async next() {
      const position = Number((await heading(page).textContent())?.split(" ")[1]);
      await page.getByRole("button", { name: "Next" }).click();
      await expect(heading(page)).toHaveText(
        position === count ? "Check your answers" : `Question ${position + 1} of ${count}`,
      );
    },
    async open(position) {
      await page.goto(`${app.url}/attempts/${id}/${position}`);
      await expect(heading(page)).toHaveText(`Question ${position} of ${count}`);
    },
    async shows(words, timeout = 25_000) {
      await expect(page.locator('p[role="status"]')).toHaveText(words, { timeout });
    },
    async verify() {
      await self.shows("Saved");
      const held = await heldIn(app, id);
      for (const [position, answer] of chosen) expect(held.answers.get(position), `answer ${position}`).toBe(answer);
      expect(held.answers.size).toBe(chosen.size);
    },
    async submit() {
      await page.goto(`${app.url}/attempts/${id}/review`);
      await page.getByRole("button", { name: "Submit exam" }).click();
      await self.verifyResult();
    },
    async verifyResult() {
      await expect(heading(page)).toHaveText("Result", { timeout: 30_000 });
      const held = await heldIn(app, id);
      for (const [position, answer] of chosen) expect(held.graded.get(position), `graded ${position}`).toBe(answer);
      expect([...held.graded.values()].filter((answer) => answer !== "").length).toBe(chosen.size);
      await expect(page.getByText(/^Not answered/)).toHaveCount(count - chosen.size);
    },
    elsewhere: (other) => sit(other, app, id, count, chosen),
  };
  return self;
}

/** The seconds that the clock on the page shows. */
export async function shownSeconds(page: Page): Promise<number> {
  const text = (await page.getByRole("timer").textContent()) ?? "";
  return text.split(":").reduce((sum, part) => sum * 60 + Number(part), 0);
}

/** Answers the item that is shown, whatever its kind. */
async function fill(page: Page, turn: number): Promise<void> {
  const form = page.locator("#item");
  const options = form.locator('input[name="option"]');
  const selects = form.locator("fieldset select");
  const count = await options.count();
  if (count > 0) return options.nth(turn % count).click();
  if ((await selects.count()) === 0) return form.locator('input[name="value"]').fill(String(turn + 1));
  for (let i = 0; i < (await selects.count()); i++) await selects.nth(i).selectOption({ index: i + 1 });
}

/** As when one turns to another tab. Whoever is typing keeps what is in the field; it is replaced when they leave it. */
export function leaveField(page: Page): Promise<void> {
  return page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
}

/** What the form shows, in the same one string that the database is read as. */
export function readForm(page: Page): Promise<string> {
  return page.locator("#item").evaluate((form) => {
    const all = <T extends Element>(selector: string) => [...form.querySelectorAll<T>(selector)];
    const value = form.querySelector<HTMLInputElement>('input[name="value"]');
    if (value !== null) return value.value === "" ? "" : `=${value.value}`;
    const places = all<HTMLSelectElement>('select[name^="place:"]').filter((select) => select.value !== "");
    if (places.length > 0)
      return places
        .sort((a, b) => Number(a.value) - Number(b.value))
        .map((select) => select.name.slice("place:".length))
        .join(" ");
    const pairs = all<HTMLSelectElement>('select[name^="pair:"]').map((select) => select.value);
    if (pairs.length > 0)
      return pairs
        .filter((id) => id !== "")
        .sort()
        .join(" ");
    return all<HTMLInputElement>('input[name="option"]:checked')
      .map((input) => input.value)
      .sort()
      .join(" ");
  });
}
