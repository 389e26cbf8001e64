import { setTimeout as sleep } from "node:timers/promises";
import type { AppServer } from "../../support/app-server.ts";
import { sql } from "./database.ts";
import { expect, fault, figure, isLong } from "./fault-test.ts";
import { startExam } from "./sitting.ts";

const kills = isLong ? 200 : 5;
const wanted = isLong ? 100_000 : 500;

fault("the whole app is killed again and again under load", async ({ page, app, context }) => {
  fault.setTimeout(isLong ? 3_600_000 : 120_000);
  const sitting = await startExam(page, app);
  await page.goto("about:blank");
  const cookie = (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");
  const acknowledged = new Set<string>();
  let isRunning = true;
  const writers = Array.from({ length: 4 }, async (_, writer) => {
    for (let version = 1; isRunning; version += 25) {
      const keys = await put(app, sitting.id, cookie, writer, version);
      for (const key of keys) acknowledged.add(key);
      if (keys.length === 0) await sleep(50);
    }
  });
  for (let kill = 1; kill <= kills; kill++) {
    const before = acknowledged.size;
    while (acknowledged.size - before < wanted / kills) await sleep(5);
    await sleep((kill * 37) % 50);
    await app.kill();
    await app.start();
  }
  isRunning = false;
  await Promise.all(writers);
  const rows = await sql(app, 'SELECT "clientId", "version" FROM "ItemEntry" WHERE "attemptId" = ?', sitting.id);
  const held = new Set(rows.map((row) => `${row.clientId}/${row.version}`));
  const lost = [...acknowledged].filter((key) => !held.has(key));
  figure("acknowledged", `${acknowledged.size}, lost ${lost.length}`);
  expect(acknowledged.size).toBeGreaterThanOrEqual(wanted);
  expect(lost).toEqual([]);
});

/** Sends 25 changes; the keys of those acknowledged. */
async function put(app: AppServer, id: string, cookie: string, writer: number, version: number): Promise<string[]> {
  const clientId = `load-writer-${writer}`;
  const madeAt = new Date().toISOString();
  const entries = Array.from({ length: 25 }, (_, i) => ({
    position: 1 + (i % 5),
    field: "flag",
    version: version + i,
    value: i % 2 === 0,
    madeAt,
    elapsedMs: 1,
  }));
  const response = await fetch(`${app.url}/api/attempts/${id}/answers`, {
    method: "PUT",
    headers: { "Content-Type": "application/json", cookie, Origin: app.url },
    body: JSON.stringify({ clientId, entries }),
    signal: AbortSignal.timeout(5_000),
  }).catch(() => null);
  const receipt = response?.ok ? ((await response.json().catch(() => null)) as { saved: number } | null) : null;
  return receipt?.saved === 25 ? entries.map((entry) => `${clientId}/${entry.version}`) : [];
}

fault("many learners start at once", async ({ page, app, request }) => {
  fault.setTimeout(120_000);
  const many = isLong ? 1_000 : 100;
  await page.goto(`${app.url}/exams/sample`);
  const fields = await page
    .locator('form:has(input[value="mock"])')
    .first()
    .evaluate((form: HTMLFormElement) => {
      const data = [...new FormData(form)].map(([name, value]) => [name, String(value)] as const);
      return data.length > 0 ? data : [];
    });
  const html = await (await request.get(`${app.url}/exams/sample`)).text();
  const form = html.split("<form").find((part) => part.includes('value="mock"')) ?? "";
  const action = /name="(\$ACTION_ID_[^"]+)"/.exec(form)?.[1];
  expect(action).toBeDefined();
  const begun = performance.now();
  const statuses = await Promise.all(
    Array.from({ length: many }, async () => {
      const body = new FormData();
      body.set(action as string, "");
      for (const [name, value] of fields) body.set(name, value);
      const response = await fetch(`${app.url}/exams/sample`, {
        method: "POST",
        body,
        redirect: "manual",
        headers: { Origin: app.url },
      });
      return response.status;
    }),
  );
  figure("starts", `${many} in ${((performance.now() - begun) / 1000).toFixed(1)} s`);
  expect(statuses.filter((status) => status !== 303)).toEqual([]);
});

fault("a hundred choices in a row, each measured", async ({ page, app }) => {
  await page.addInitScript(() => {
    const times: { device: number[]; server: number[]; at: number } = { device: [], server: [], at: 0 };
    Object.assign(globalThis, { times });
    addEventListener("change", () => Object.assign(times, { at: performance.now() }), true);
    const put = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = function (...words) {
      if (this.name === "pending") {
        const { at } = times;
        this.transaction.addEventListener("complete", () => times.device.push(performance.now() - at));
      }
      return put.apply(this, words);
    };
    const send = globalThis.fetch;
    globalThis.fetch = async (...words) => {
      const { at } = times;
      const response = await send(...words);
      if (words[1]?.method === "PUT" && response.ok) times.server.push(performance.now() - at);
      return response;
    };
  });
  const sitting = await startExam(page, app);
  while ((await page.locator('#item input[name="option"]').count()) < 2) await sitting.next();
  await sitting.told("Saved");
  for (let turn = 0; turn < (isLong ? 100 : 40); turn++) {
    await sitting.choose(turn);
    await sitting.told("Saved");
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
