import { createHash } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { limits } from "#lib/limits/limits";
import { isLong } from "../../support/run-length.ts";
import { longRun, longRunOnPostgres } from "../short-run.ts";
import { heldIn, setDeadline, sql } from "./database.ts";
import { expect, fault, figure } from "./fault-test.ts";
import { heading, startExam } from "./sitting.ts";
import { lostFrom, startLoad } from "./write-load.ts";

const kills = isLong ? 200 : 3;
const wanted = isLong ? 100_000 : 150;

fault.use({ hooks: true });

fault("the whole app is killed again and again under load", longRunOnPostgres, async ({ page, app }) => {
  fault.setTimeout(isLong ? 7_200_000 : 120_000);
  const sitting = await startExam(page, app);
  // On a slow machine the long form takes longer than the exam gives, and answers after its end are refused.
  await setDeadline(app, sitting.id, 6 * 3_600_000);
  const load = await startLoad(page, app, sitting.id);
  const { acknowledged } = load;
  for (let kill = 0; kill < kills; kill++) {
    const goal = (wanted * (kill + 1)) / kills;
    while (acknowledged.size < goal) await sleep(5);
    const nth = 1 + Math.floor(Math.random() * 10);
    if (kill % 3 === 0) await sleep(Math.random() * 50).then(app.kill);
    else await app.dieAt({ commit: kill % 3 === 1 ? "before" : "after", nth }).then(app.ended);
    await app.start();
  }
  await load.stop();
  const lost = await lostFrom(app, sitting.id, acknowledged);
  figure("acknowledged", `${acknowledged.size} answers over ${kills} kills, lost ${lost.length}`);
  expect(acknowledged.size).toBeGreaterThanOrEqual(wanted);
  expect(lost).toEqual([]);
  await page.goto(`${app.url}/attempts/${sitting.id}/review`);
  await page.getByRole("button", { name: "Submit exam" }).click();
  await expect(heading(page)).toHaveText("Result", { timeout: 60_000 });
  const { answers, graded } = await heldIn(app, sitting.id);
  expect(answers.size).toBe(load.itemCount);
  for (const [position, answer] of answers) expect(graded.get(position)).toBe(answer);
});

fault("many learners start at once", async ({ page, app, request }) => {
  fault.setTimeout(120_000);
  const many = isLong ? 1_000 : 100;
  await page.goto(`${app.url}/exams/sample/mock`);
  const fields = await page
    .locator('form:has(input[value="mock"])')
    .first()
    .evaluate((form: HTMLFormElement) => {
      const data = [...new FormData(form)].map(([name, value]) => [name, String(value)] as const);
      return data.length > 0 ? data : [];
    });
  const html = await (await request.get(`${app.url}/exams/sample/mock`)).text();
  const form = html.split("<form").find((part) => part.includes('value="mock"')) ?? "";
  const action = /name="(\$ACTION_ID_[^"]+)"/.exec(form)?.[1];
  expect(action).toBeDefined();
  const begun = performance.now();
  const starts = await Promise.all(
    Array.from({ length: many }, async (_, i) => {
      // A hundred in a second, whether or not those before have been answered.
      await sleep(i * 10);
      const sent = performance.now();
      const body = new FormData();
      body.set(action as string, "");
      for (const [name, value] of fields) body.set(name, value);
      const response = await fetch(`${app.url}/exams/sample/mock`, {
        method: "POST",
        body,
        redirect: "manual",
        headers: { Origin: app.url },
      });
      return { status: response.status, ms: performance.now() - sent };
    }),
  );
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  figure("starts", `${many} in ${seconds} s, p95 ${p95(starts.map(({ ms }) => ms))} ms (goal 1,000)`);
  expect(starts.map(({ status }) => status).filter((status) => status !== 303)).toEqual([]);
});

fault(
  "visitors start again and again, each time without their cookie: they are refused with a message, and learners already there continue",
  longRun,
  async ({ page, app, browser }) => {
    await startExam(page, app);
    const people = async () => Number((await sql(app, `SELECT COUNT(*) AS "count" FROM "Learner"`))[0]?.count);
    const key = `guest-by-everybody:${createHash("sha256").update("").digest("hex")}`;
    const forget = () => sql(app, `DELETE FROM "LimitWindow" WHERE "key" = ?`, key);
    await forget();
    await sql(
      app,
      `INSERT INTO "LimitWindow" ("key", "count", "endsAt") VALUES (?, ?, ?)`,
      key,
      limits["guest-by-everybody"].times,
      Date.now() + 600_000,
    );
    const context = await browser.newContext();
    try {
      const before = await people();
      const stranger = await context.newPage();
      await stranger.goto(`${app.url}/exams/sample`);
      await stranger.getByRole("button", { name: "Start mock exam" }).click();
      await stranger.getByRole("button", { name: "Begin exam" }).click();
      await expect(stranger.getByText("Visitors without an account have started too many attempts")).toBeVisible();
      expect(await people()).toBe(before);
      const sitting = await startExam(page, app);
      await sitting.choose();
      await sitting.verify();
    } finally {
      await forget();
      await context.close();
    }
  },
);

fault("a hundred choices in a row, each measured", longRun, async ({ page, app }) => {
  await page.addInitScript(() => {
    const times: { device: number[]; server: number[]; at: number } = { device: [], server: [], at: 0 };
    Object.assign(globalThis, { times });
    addEventListener("change", () => Object.assign(times, { at: performance.now() }), true);
    const put = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = function (...args) {
      if (this.name === "pending") {
        const { at } = times;
        this.transaction.addEventListener("complete", () => times.device.push(performance.now() - at));
      }
      return put.apply(this, args);
    };
    const send = globalThis.fetch;
    globalThis.fetch = async (...args) => {
      const { at } = times;
      const response = await send(...args);
      if (args[1]?.method === "PUT" && response.ok) times.server.push(performance.now() - at);
      return response;
    };
  });
  const sitting = await startExam(page, app);
  while ((await page.locator('#item input[name="option"]').count()) < 2) await sitting.next();
  await sitting.shows("Saved");
  for (let turn = 0; turn < (isLong ? 100 : 40); turn++) {
    await sitting.choose(turn);
    await sitting.shows("Saved");
  }
  const { device, server } = await page.evaluate(() => (globalThis as unknown as { times: Times }).times);
  figure("p95", `on the device ${p95(device)} ms (goal 50), on the server ${p95(server)} ms (goal 300)`);
  await sitting.verify();
});

interface Times {
  readonly device: number[];
  readonly server: number[];
}

function p95(values: readonly number[]): string {
  const sorted = [...values].sort((a, b) => a - b);
  return (sorted[Math.ceil(sorted.length * 0.95) - 1] ?? Number.NaN).toFixed(0);
}
