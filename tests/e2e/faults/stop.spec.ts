import { connect } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import type { Page } from "@playwright/test";
import { type AppServer, startApp } from "../../support/app-server.ts";
import { person } from "../../support/browser-people.ts";
import { longRun } from "../short-run.ts";
import { heldIn, lockDatabase } from "./database.ts";
import { expect, fault, figure } from "./fault-test.ts";
import { startExam } from "./sitting.ts";

/** Long enough to tell "at once" from "when the time is over" on a slow machine. */
const patienceSeconds = 4;

/** A server of this file's own, which every test ends. */
let app: AppServer;

fault.beforeAll(async ({ content, databaseKind }) => {
  const postgres = databaseKind === "postgresql" ? process.env.MOCKDOWN_TEST_POSTGRES : undefined;
  const environment = { STOP_TIMEOUT_SECONDS: String(patienceSeconds) };
  app = await startApp({ content, environment, ...(postgres ? { postgres } : {}) });
});

fault.beforeEach(async () => {
  fault.setTimeout(120_000);
  if (app.pid() === 0) await app.start();
});

fault.afterEach(() => app.kill());

fault.afterAll(() => app.dispose());

fault("a stop while connections are silent, or kept alive and idle: they are closed at once", async () => {
  const silent = await talk(app, "");
  const idle = await talk(app, request("GET", "/api/health"));
  await expect.poll(idle.heard).toContain("200 OK");
  const seconds = await stop(app);
  figure("seconds", seconds.toFixed(1));
  expect(seconds).toBeLessThan(patienceSeconds);
  await Promise.all([silent.closed, idle.closed]);
});

fault("a stop while half a request has arrived: it is refused with a message when the time is up", async () => {
  const half = await talk(app, "GET /exams HTTP/1.1\r\nHost: localhost\r\n");
  await stop(app);
  await half.closed;
  expect(half.heard()).toMatch(/^HTTP\/1\.1 503 .*Retry-After: \d+.*sending it again is safe/s);
});

fault(
  "a stop while a body arrives slowly: it is refused with a message when the time is up",
  longRun,
  async ({ page }) => {
    const sitting = await startExam(page, app);
    const head = await saveHead(page, sitting.id, 1_000);
    const slow = await talk(app, `${head}{"clientId":`);
    await stop(app);
    await slow.closed;
    expect(slow.heard()).toMatch(/^HTTP\/1\.1 503 .*"code":"stopping"/s);
  },
);

fault("a stop while an open exam keeps sending requests: the server ends, and the answers arrive", async ({ page }) => {
  const sitting = await startExam(page, app);
  await sitting.choose();
  await sitting.shows("Saved");
  const ending = stop(app);
  await sitting.choose(1);
  expect(await ending).toBeLessThan(patienceSeconds);
  await sitting.choose(2);
  await app.start();
  await sitting.verify();
});

fault(
  "a stop while threads are open: each stream is told when to reconnect, and ends",
  longRun,
  async ({ browser }) => {
    const reader = await person(browser, app.url, "Reader", "tallest-tree");
    const asked = reader.waitForRequest(/\/events/);
    await reader.reload();
    const path = new URL((await asked).url()).pathname;
    const stream = await talk(
      app,
      `GET ${path} HTTP/1.1\r\nHost: localhost\r\nCookie: ${await cookiesOf(reader)}\r\n\r\n`,
    );
    await expect.poll(stream.heard).toContain("retry: 3000");
    expect(await stop(app)).toBeLessThan(patienceSeconds);
    await stream.closed;
    expect(stream.heard()).toContain("retry: 10000");
    await reader.context().close();
  },
);

fault("a stop while a save waits for the database: it is kept once the lock is gone", longRun, async ({ page }) => {
  // The lock must be gone before the time is over, on a busy machine too.
  await app.kill();
  await app.start({ STOP_TIMEOUT_SECONDS: "60" });
  const sitting = await startExam(page, app);
  await sitting.shows("Saved");
  const unlock = await lockDatabase(app);
  const sent = page.waitForRequest((request) => request.method() === "PUT");
  const saved = page.waitForResponse((reply) => reply.request().method() === "PUT");
  await sitting.choose();
  await sitting.shows("Saving…");
  // The page says so before the request is on its way, and one that comes after the stop has begun gets no reply.
  await sent;
  await hasReadWhatWasSent(app);
  const ending = stop(app);
  await refusesNewcomers(app);
  await unlock();
  const reply = await saved;
  expect(reply.status()).toBe(200);
  expect(reply.headers().connection).toBe("close");
  await ending;
  expect((await heldIn(app, sitting.id)).entries).toBeGreaterThan(0);
  await app.start();
  await sitting.verify();
});

fault(
  "a stop while a save waits in vain: it is refused with a message, and arrives after the start",
  longRun,
  async ({ page }) => {
    const sitting = await startExam(page, app);
    await sitting.shows("Saved");
    const unlock = await lockDatabase(app);
    const sent = page.waitForRequest((request) => request.method() === "PUT");
    const refused = page.waitForResponse((reply) => reply.request().method() === "PUT");
    await sitting.choose();
    await sitting.shows("Saving…");
    // The page says so before the request is on its way, and one that comes after the stop has begun gets no reply.
    await sent;
    await hasReadWhatWasSent(app);
    await stop(app);
    expect((await refused).status()).toBe(503);
    expect(await (await refused).json()).toMatchObject({ error: { code: "stopping" } });
    await unlock();
    await sitting.shows("Not saved: will retry");
    await app.start();
    await sitting.verify();
    await sitting.submit();
  },
);

/** Tells the server to end and returns the seconds that took. The code must be 0. */
async function stop(app: AppServer): Promise<number> {
  const begin = performance.now();
  process.kill(app.pid(), "SIGTERM");
  const code = await app.ended();
  expect(code, app.log().slice(-2000)).toBe(0);
  const seconds = (performance.now() - begin) / 1000;
  return seconds;
}

/** Resolves when the server has answered a request made now: it has read what was sent before on other connections. */
async function hasReadWhatWasSent(app: AppServer): Promise<void> {
  for (let i = 0; i < 3; i++) await fetch(`${app.url}/api/health/live`);
}

/** Resolves when a new connection is refused. */
async function refusesNewcomers(app: AppServer): Promise<void> {
  await expect
    .poll(() =>
      talk(app, "").then(
        () => "taken",
        (error: { code: string }) => error.code,
      ),
    )
    .toBe("ECONNREFUSED");
}

/** A connection on which `text` is said, and whatever is heard. Rejects when it is refused. */
async function talk(app: AppServer, text: string) {
  const socket = connect(Number(new URL(app.url).port), "127.0.0.1");
  let heard = "";
  socket.on("data", (chunk) => {
    heard += chunk;
  });
  const closed = new Promise<void>((resolve) => socket.once("close", () => resolve()));
  await new Promise<void>((resolve, reject) => socket.once("connect", resolve).once("error", reject));
  socket.on("error", () => {});
  socket.write(text);
  await sleep(text === "" ? 100 : 0);
  return { heard: () => heard, closed };
}

function request(method: string, path: string): string {
  return `${method} ${path} HTTP/1.1\r\nHost: localhost\r\n\r\n`;
}

async function cookiesOf(page: Page): Promise<string> {
  return (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");
}

/** The head of a save of this learner's, whose body has this number of bytes. */
async function saveHead(page: Page, id: string, bytes: number): Promise<string> {
  const lines = [
    "Host: localhost",
    "Origin: http://localhost",
    `Cookie: ${await cookiesOf(page)}`,
    "Content-Type: application/json",
    `Content-Length: ${bytes}`,
  ];
  return [`PUT /api/attempts/${id}/answers HTTP/1.1`, ...lines, "", ""].join("\r\n");
}
