import type { Page } from "@playwright/test";
import { startApp } from "../support/app-server.ts";
import { sampleNames, withBlanks, withOtherKeys } from "../support/turned-keys.ts";
import { expect, test } from "./app-test.ts";

/**
 * Words of the sample bank that are in explanations, notes and references alone, and the words beside a key as they are
 * printed: the catalogue of words itself comes with every page.
 */
const secrets = /The secret of|Note on |Source of |example\.org|[>\s]Correct answer|were listed first/;

/**
 * Keeps every body that the server sends to this page, whatever asked for it. Bodies are read on their way: the browser
 * forgets them when it navigates.
 */
async function recordBodies(page: Page): Promise<readonly string[]> {
  const bodies: string[] = [];
  await page.route(
    (url) => url.hostname === "127.0.0.1" && !url.pathname.startsWith("/_next/static/"),
    async (route) => {
      if (route.request().headers().accept?.includes("text/event-stream")) return route.continue();
      const response = await route.fetch({ maxRedirects: 0 });
      bodies.push(`${route.request().url()}\n${await response.text()}\n${JSON.stringify(response.headers())}`);
      await route.fulfill({ response });
    },
  );
  return bodies;
}

test("no response to a learner in a running exam holds a key, an explanation or a reference", async ({ page }) => {
  const bodies = await recordBodies(page);
  await page.goto("/");
  await page.goto("/exams/sample");
  await page.getByRole("button", { name: "Start mock exam" }).click();
  await page.getByRole("button", { name: "Begin exam" }).click();
  for (let position = 1; position <= 6; position++) {
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(`Question ${position} of 6`);
    const option = page.locator('input[name="option"]').first();
    if (await option.isVisible().catch(() => false)) await option.check();
    await page.getByRole("button", { name: "Flag" }).click();
    await page.getByRole("button", { name: "Next" }).click();
  }
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Check your answers");
  await page.goto("/exams/sample/questions/tallest-tree");
  await page.goto("/exams/sample/questions/no-such-question");
  await page.goto("/search?q=explanation");
  await page.goto("/exams/sample");
  expect(bodies.length).toBeGreaterThan(10);
  for (const body of bodies) expect(body).not.toMatch(secrets);
});

test("asking for the check of an answer opens nothing in an exam, and nothing before an answer in study", async ({
  page,
}) => {
  for (const [mode, status, text] of [
    ["Start mock exam", 404, "no-such-attempt"],
    ["Start study", 200, '{"state":"not-ready","reason":"nothing-chosen"}'],
  ] as const) {
    await page.goto("/exams/sample");
    await page.getByRole("button", { name: mode }).click();
    if (mode === "Start mock exam") await page.getByRole("button", { name: "Begin exam" }).click();
    await page.waitForURL(/\/attempts\/[^/]+\/1$/);
    const id = new URL(page.url()).pathname.split("/")[2];
    const headers = { Origin: new URL(page.url()).origin };
    const response = await page.request.put(`/api/attempts/${id}/items/1/check`, { headers });
    expect(response.status()).toBe(status);
    expect(await response.text()).toContain(text);
    expect(await response.text()).not.toMatch(secrets);
  }
});

test("two banks that differ only in their keys give the same bytes before an answer", async ({ content: sample }) => {
  test.skip(test.info().project.name !== "sqlite", "what is compared does not depend on the database");
  // It starts two servers beside the one of the others.
  test.slow();
  const content = await withBlanks(sample);
  const other = await withOtherKeys(content);
  const apps = [await startApp({ content }), await startApp({ content: other })] as const;
  try {
    for (const path of pages) {
      const [a, b] = await Promise.all(apps.map((app) => bodyOf(app.url, path)));
      expect(a, path).toBe(b);
      expect(a, path).not.toMatch(secrets);
    }
    const [a, b] = await Promise.all(apps.map((app) => examBodies(app.url)));
    expect(a).toEqual(b);
  } finally {
    await Promise.all(apps.map((app) => app.dispose()));
  }
});

const searches = ["sample", "secret", "note different longer", "source"].map((search) => `/search?q=${search}`);
const pages = [
  "/",
  "/exams/sample",
  "/exams/sample/mock",
  ...searches,
  ...sampleNames.map((name) => `/exams/sample/questions/${name}`),
  ...sampleNames.map((name) => `/preview/sample/${name}`),
];

async function bodyOf(url: string, path: string): Promise<string> {
  const response = await fetch(url + path);
  return neutral(await response.text(), url);
}

/** A mock exam from a fixed seed, by plain forms: every page of it, and what saving an answer says. */
async function examBodies(url: string): Promise<readonly string[]> {
  const page = await (await fetch(`${url}/exams/sample/mock`)).text();
  const form = new FormData();
  for (const [name, value] of hiddenFields(page, 'value="mock"')) form.append(name, value);
  form.set("seed", "a fixed seed");
  const started = await fetch(`${url}/exams/sample/mock`, {
    method: "POST",
    body: form,
    redirect: "manual",
    headers: { Origin: url },
  });
  const cookie = started.headers
    .getSetCookie()
    .map((each) => each.split(";")[0])
    .join("; ");
  const location = started.headers.get("location") ?? "";
  const id = location.split("/").at(-2) ?? "";
  expect(id, "the exam was started").toMatch(/^[0-9a-f-]{36}$/);
  const get = async (path: string, init: RequestInit = {}) => {
    const response = await fetch(url + path, { ...init, headers: { cookie, Origin: url, ...init.headers } });
    return neutral(await response.text(), url).replaceAll(id, "ATTEMPT");
  };
  const bodies: string[] = [];
  for (let n = 1; n <= 6; n++) {
    const page = await get(`/attempts/${id}/${n}`);
    expect(page).toMatch(new RegExp(`Question (<!-- -->)?${n}(<!-- -->)? of (<!-- -->)?6`));
    bodies.push(page);
  }
  // An answer to every choice, the same in both banks: what saving says must not depend on whether it is right.
  const entries = bodies.flatMap((page, i) => {
    const optionId = /name="option" value="([^"]+)"|value="([^"]+)" name="option"/.exec(page);
    const value = {
      kind: page.includes('type="checkbox" name="option"') ? "multiple" : "single",
      optionId: optionId?.[1] ?? optionId?.[2],
    };
    const made = { version: 1, madeAt: new Date().toISOString(), elapsedMs: 1 };
    return optionId === null || value.kind === "multiple" ? [] : [{ position: i + 1, field: "answer", value, ...made }];
  });
  expect(entries.length).toBeGreaterThan(0);
  const body = JSON.stringify({ clientId: "test-client", entries });
  const saved = await get(`/api/attempts/${id}/answers`, {
    method: "PUT",
    body,
    headers: { "Content-Type": "application/json" },
  });
  expect(saved).toContain(`"saved":${entries.length}`);
  bodies.push(saved, await get(`/api/attempts/${id}/answers`), await get(`/attempts/${id}/2`));
  bodies.push(await get(`/attempts/${id}/review`));
  // What is said about one's learning must not depend on keys either, while the exam is in progress.
  for (const path of ["/", ...searches, "/progress", "/review", "/account/data", "/exams/sample"])
    bodies.push(await get(path));
  expect(bodies.at(-2)).toContain('"attempts"');
  return bodies;
}

/** Hidden fields of the form that holds `marker`. */
function hiddenFields(html: string, marker: string): readonly (readonly [string, string])[] {
  const form = html.split("<form").find((part) => part.includes(marker)) ?? "";
  const inputs = [...form.slice(0, form.indexOf("</form>")).matchAll(/<input[^>]*type="hidden"[^>]*>/g)].map(
    (match) => match[0],
  );
  return inputs.map(
    (input) => [/name="([^"]*)"/.exec(input)?.[1] ?? "", /value="([^"]*)"/.exec(input)?.[1] ?? ""] as const,
  );
}

/** Leaves out what differs between any two replies: addresses, nonces, moments, spans of time and request ids. */
function neutral(body: string, url: string): string {
  return body
    .replace(/(nonce\\?":?=?\\?"|nonce=")[\w-]{22}/g, "$1NONCE")
    .replaceAll(url, "URL")
    .replaceAll(url.replace("http://", ""), "HOST")
    .replace(/(?<=[>"])now(?=[<\\"])|\d+ (second|minute)s?( ago| left)?/g, "A WHILE")
    .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, "MOMENT")
    .replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, "UUID")
    .replace(/\b\d\d:\d\d\b/g, "CLOCK");
}
