import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import { afterEach, describe, expect, it } from "vitest";
import { explainFailure } from "./failed-pages.ts";

/** What Next sends where a page could not be rendered. */
const empty =
  '<!DOCTYPE html><html id="__next_error__"><head><link rel="preload" href="/_next/static/chunks/1a.css" as="style"/></head><body class="x"><script src="/a.js"></script></body></html>';
let server: Server;

afterEach(() => server.close());

interface Sent {
  readonly status?: number;
  readonly type?: string;
  readonly isZipped?: boolean;
}

async function ask(
  headers: Record<string, string>,
  { status = 500, type = "text/html; charset=utf-8", isZipped = false }: Sent = {},
) {
  server = createServer((request, reply) => {
    explainFailure(request, reply, "en");
    reply.statusCode = status;
    reply.setHeader("Content-Type", type);
    const body = isZipped ? gzipSync(empty) : Buffer.from(empty);
    if (isZipped) reply.setHeader("Content-Encoding", "gzip");
    reply.setHeader("Content-Length", body.length);
    reply.writeHead(status);
    reply.write(body.subarray(0, 20));
    reply.end(body.subarray(20));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const reply = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`, { headers });
  return { status: reply.status, text: await reply.text() };
}

describe("a page that could not be rendered", () => {
  const browser = { Accept: "text/html,*/*", "Accept-Language": "en-GB,en" };

  it.each([true, false])("says so without script, with a way on (zipped on its way: %s)", async (isZipped) => {
    const { status, text } = await ask(browser, { isZipped });
    expect(status).toBe(500);
    const [, words = ""] = /<body class="x"><noscript>(.*)<\/noscript><script/.exec(text) ?? [];
    expect(words).toContain("This page can’t be shown");
    expect(words).toMatch(/<button[^>]*>Try again<\/button>/);
    expect(words).toContain('<a href="/"');
    expect(words).toContain('<link rel="stylesheet" href="/_next/static/chunks/1a.css">');
  });

  it("says it in the language that the browser asks for", async () => {
    expect((await ask({ ...browser, "Accept-Language": "de-AT" })).text).toMatch(/<main lang="de".*Diese Seite/);
  });

  it.each([
    ["to a navigation within the app", { ...browser, RSC: "1" }, {}],
    ["to a program", { Accept: "application/json" }, {}],
    ["of a page that was rendered", browser, { status: 200 }],
    ["of anything but a page", browser, { type: "application/json" }],
  ])("leaves the reply as it is %s", async (_, headers, sent) => {
    expect((await ask(headers, sent)).text).toBe(empty);
  });
});
