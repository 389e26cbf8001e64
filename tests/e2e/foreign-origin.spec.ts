import type { Page } from "@playwright/test";
import type { AppServer } from "../support/app-server.ts";
import { expect, test } from "./app-test.ts";

const foreign = ["(none)", "null", "file://", "https://evil.test", "other scheme", "other port"] as const;

interface Change {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
}

test("a change that no page of this site makes is refused in words, logged once, and never a server error", async ({
  page,
  app,
}) => {
  const changes = { form: await noScriptForm(app), action: await startAction(page, app), route: await saveRoute(page) };
  for (const [name, change] of Object.entries(changes)) {
    for (const origin of foreign) {
      const before = app.log().length;
      const response = await send(app, change, originOf(origin, app));
      expect(response.status, `${name} from ${origin}`).toBe(403);
      expect(await response.text()).toContain("does not come from a page of this site");
      await expect.poll(() => app.log().slice(before)).toContain("change-refused");
      const lines = app.log().slice(before).trim().split("\n");
      const logged: { level: string; event: string }[] = lines.map((line) => JSON.parse(line));
      // The server may finish meanwhile what another test has left to it.
      expect(logged.filter(({ level, event }) => level !== "info" || event === "change-refused")).toEqual([
        expect.objectContaining({ level: "warn", event: "change-refused", method: change.method, path: change.path }),
      ]);
    }
    const own = await send(app, change, app.url);
    expect(own.status, `${name} from this site`).toBeLessThan(400);
  }
});

function originOf(origin: (typeof foreign)[number], app: AppServer): string | null {
  const own = new URL(app.url);
  if (origin === "(none)") return null;
  if (origin === "other scheme") return `https://${own.host}`;
  return origin === "other port" ? `http://${own.hostname}:${Number(own.port) - 1}` : origin;
}

function send(app: AppServer, { method, path, headers, body }: Change, origin: string | null): Promise<Response> {
  const all = { ...headers, ...(origin === null ? {} : { Origin: origin }) };
  return fetch(app.url + path, { method, headers: all, body, redirect: "manual" });
}

/** What a browser without script sends to start an exam. */
async function noScriptForm(app: AppServer): Promise<Change> {
  const path = "/exams/sample/mock";
  const html = await (await fetch(app.url + path)).text();
  const form = html.split("<form").find((part) => part.includes('value="mock"')) ?? "";
  const fields = [...form.matchAll(/<input[^>]*type="hidden"[^>]*>/g)].map(([input]) => ({
    name: /name="([^"]*)"/.exec(input)?.[1] ?? "",
    value: /value="([^"]*)"/.exec(input)?.[1] ?? "",
  }));
  const boundary = "a-boundary-of-this-test";
  const parts = fields.map(
    ({ name, value }) => `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  const headers = { "Content-Type": `multipart/form-data; boundary=${boundary}` };
  return { method: "POST", path, headers, body: `${parts.join("")}--${boundary}--\r\n` };
}

/** What the script of the page sends to start an exam; the page is then at the exam's first question. */
async function startAction(page: Page, app: AppServer): Promise<Change> {
  await page.goto(`${app.url}/exams/sample`);
  const sent = page.waitForRequest((request) => request.method() === "POST" && "next-action" in request.headers());
  await page.getByRole("button", { name: "Start mock exam" }).click();
  const begin = page.getByRole("button", { name: "Begin exam" });
  // A press before React has taken over the form sends it as without script.
  const isTakenOver = (button: Element) => Object.keys(button).some((key) => key.startsWith("__reactProps$"));
  await expect.poll(() => begin.evaluate(isTakenOver)).toBe(true);
  await begin.click();
  const request = await sent;
  await page.waitForURL(/\/attempts\/[^/]+\/1$/);
  const { origin: _, ...headers } = await request.allHeaders();
  const plain = Object.entries(headers).filter(([name]) => !/^(:|host$|connection$|content-length$)/.test(name));
  return { method: "POST", path: "/exams/sample/mock", headers: Object.fromEntries(plain), body: request.postData() };
}

async function saveRoute(page: Page): Promise<Change> {
  const id = new URL(page.url()).pathname.split("/")[2];
  const cookies = await page.context().cookies();
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
  const madeAt = new Date().toISOString();
  const entry = { position: 1, field: "flag", version: 1, value: true, madeAt, elapsedMs: 1 };
  const body = JSON.stringify({ clientId: "client-of-this-test", entries: [entry] });
  const headers = { "Content-Type": "application/json", cookie };
  return { method: "PUT", path: `/api/attempts/${id}/answers`, headers, body };
}
