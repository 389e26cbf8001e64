import { gzipSync } from "node:zlib";
import { type Browser, chromium, type Page } from "@playwright/test";
import playwright from "../../../playwright.config.ts";
import { type BenchApp, examSlug, startBenchApp } from "../bench-app.ts";
import { layoutShift } from "../layout-shift.ts";
import { startLimit } from "../limit-server.ts";
import { rowByValue } from "../row.ts";
import { answerAll, finish, type SeededAttempt, seedAttempt } from "../seed-attempts.ts";
import { seedThread } from "../seed-thread.ts";
import type { Suite } from "../suite.ts";

const suite = "payload";

/** What a browser must load, how soon it paints, and how far the content moves meanwhile. */
export const payload: Suite = async (report) => {
  const [app, limit] = [await startBenchApp(), await startLimit()];
  const browser = await chromium.launch(playwright.use?.launchOptions);
  try {
    const learner = await app.signUp("browser");
    const { id } = await seedAttempt(app.db, learner, "mock", "payload");
    const address = `${app.server.url}/attempts/${id}/1`;
    const question = await measure(browser, app, address, learner.headers);
    const empty = await measure(browser, app, `${limit.url}/empty`, {});
    report.row(
      rowByValue({
        suite,
        case: "JavaScript of the question page beyond the empty page's",
        value: (question.scriptBytes - empty.scriptBytes) / 1024,
        unit: "KiB gz",
        goal: 25,
        details: `${kib(question.scriptBytes)} against ${kib(empty.scriptBytes)} KiB gzip`,
      }),
    );
    report.row(
      rowByValue({
        suite,
        case: "HTML of the question page beside its own text",
        value: question.htmlBytes / question.textBytes,
        unit: "times",
        goal: 3,
        details: `${question.htmlBytes} bytes of HTML (${question.htmlGzipBytes} gzip), ${question.textBytes} of text`,
      }),
    );
    const finished = await seedAttempt(app.db, learner, "mock", "result");
    await answerAll(app.db, finished);
    await finish(app.db, finished);
    const discussed = await seedDiscussion(app, finished);
    const pages = {
      home: "/",
      "the exam page": `/exams/${examSlug}`,
      "a question of an exam": `/attempts/${id}/1`,
      "a result of 50 items": `/attempts/${finished.id}/result`,
      "a question with a thread of 15 comments": `/exams/${examSlug}/questions/${discussed}`,
    };
    for (const [name, path] of Object.entries(pages)) {
      const page = await open(browser, app, learner.headers);
      const value = await layoutShift(page, `${app.server.url}${path}`);
      await page.context().close();
      report.row(rowByValue({ suite, case: `layout shift of ${name}, on a phone`, value, unit: "score", goal: 0.02 }));
    }
    for (const heldMs of [0, 1_000]) {
      const paints = await paintAfterClick(browser, app, address, learner.headers, heldMs);
      const beside = heldMs === 0 ? "" : `, every answer of the server held back ${heldMs} ms`;
      report.row(
        rowByValue({
          suite,
          case: `next question painted after a click, mock exam${beside}`,
          value: paints[paints.length >> 1] ?? Number.NaN,
          unit: "ms",
          goal: 50,
          details: `median of ${paints.map((ms) => ms.toFixed(0)).join(", ")}`,
        }),
      );
    }
  } finally {
    await browser.close();
    await app.stop();
    await limit.stop();
  }
};

/** Fifteen comments below a question of a finished exam. Returns its name. */
async function seedDiscussion({ db }: BenchApp, { learner, items }: SeededAttempt): Promise<string> {
  const where = { id: items[0]?.questionId ?? "" };
  const { name } = await db.read.question.findUniqueOrThrow({ where, select: { name: true } });
  await seedThread(db, learner, name, 15);
  return name;
}

async function open(browser: Browser, app: BenchApp, headers: Readonly<Record<string, string>>): Promise<Page> {
  const context = await browser.newContext();
  const [name = "", ...value] = (headers.Cookie ?? "").split("=");
  if (name !== "") await context.addCookies([{ name, value: value.join("="), url: app.server.url }]);
  return context.newPage();
}

async function measure(browser: Browser, app: BenchApp, address: string, headers: Readonly<Record<string, string>>) {
  const page = await open(browser, app, headers);
  const scripts: Promise<number>[] = [];
  page.on("response", (response) => {
    if (response.request().resourceType() === "script")
      scripts.push(response.body().then((body) => gzipSync(body).length));
  });
  const html = (await (await page.goto(address, { waitUntil: "networkidle" }))?.text()) ?? "";
  // biome-ignore lint/performance/useDomNodeTextContent: the text that a reader sees, without scripts and hidden words
  const text = await page.locator("body").innerText();
  const scriptBytes = (await Promise.all(scripts)).reduce((sum, bytes) => sum + bytes, 0);
  await page.context().close();
  return {
    scriptBytes,
    htmlBytes: Buffer.byteLength(html),
    htmlGzipBytes: gzipSync(html).length,
    textBytes: Buffer.byteLength(text),
  };
}

/** Milliseconds from the click on Next to the frame that shows the next question, for ten questions, sorted. */
async function paintAfterClick(
  browser: Browser,
  app: BenchApp,
  address: string,
  headers: Readonly<Record<string, string>>,
  heldMs: number,
): Promise<number[]> {
  const page = await open(browser, app, headers);
  await page.goto(address, { waitUntil: "networkidle" });
  if (heldMs > 0)
    await page.route("**/*", async (route) => {
      await new Promise((resolve) => setTimeout(resolve, heldMs));
      await route.continue().catch(() => undefined);
    });
  const paints: number[] = [];
  for (let i = 0; i < 10; i++) {
    paints.push(await page.evaluate<number>(clickNext));
    // Time to read the question, in which the page may fetch the one after it.
    await page.waitForTimeout(heldMs === 0 ? 400 : heldMs + 400);
  }
  await page.context().close();
  return paints.sort((a, b) => a - b);
}

/** Runs in the page; as text, because the compiler's own helpers are not there. */
const clickNext = `new Promise((resolve, reject) => {
  const heading = () => document.querySelector("h1")?.textContent;
  const before = heading();
  const next = [...document.querySelectorAll("button, a")].find((each) => each.textContent.trim() === "Next");
  const start = performance.now();
  next.click();
  const look = () => {
    if (heading() !== before) requestAnimationFrame(() => resolve(performance.now() - start));
    else if (performance.now() - start > 10000) reject(new Error("the next question did not come within 10 s"));
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
})`;

function kib(bytes: number): string {
  return (bytes / 1024).toFixed(1);
}
