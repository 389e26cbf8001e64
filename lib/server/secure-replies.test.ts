import { createServer, type IncomingMessage, Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { markMissing } from "./missing-pages.ts";
import { secureReplies } from "./secure-replies.ts";

const { emit } = Server.prototype;
const asked: IncomingMessage[] = [];
let server: Server;

afterEach(() => {
  Server.prototype.emit = emit;
  server.close();
});

async function ask(path = "/"): Promise<Headers> {
  server = createServer((request, reply) => {
    asked.push(request);
    reply.end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const headers = { "Content-Security-Policy": "script-src 'nonce-chosen-by-a-stranger'", "X-Request-Id": "mine" };
  return (await fetch(`http://127.0.0.1:${port}${path}`, { headers })).headers;
}

describe("secureReplies", () => {
  it("gives each reply a policy with a nonce of its own, and hands the same to what renders the page", async () => {
    secureReplies("https://exams.test", false);
    const [first, second] = [
      (await ask()).get("content-security-policy"),
      (await ask()).get("content-security-policy"),
    ];
    expect(first).toMatch(/'nonce-[\w-]{22}'/);
    expect(second).not.toBe(first);
    expect(asked.at(-1)?.headers["content-security-policy"]).toBe(second);
  });

  it("gives each request an id of its own, whatever the visitor sent, and names it in the reply", async () => {
    secureReplies(undefined, false);
    const first = (await ask()).get("x-request-id");
    expect(first).toMatch(/^[\w-]{12}$/);
    expect(asked.at(-1)?.headers["x-request-id"]).toBe(first);
    expect((await ask()).get("x-request-id")).not.toBe(first);
  });

  it("answers 404 where a page says that it is not there, and to a navigation within the app what Next needs for it", async () => {
    secureReplies(undefined, false);
    server = createServer(({ headers }, reply) => {
      markMissing(String(headers["x-request-id"]));
      reply.end("the ways on");
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    expect((await fetch(address)).status).toBe(404);
    expect((await fetch(address, { headers: { RSC: "1" } })).status).toBe(200);
  });

  it("leads a form that was posted without script from a page that is not there to one with words", async () => {
    secureReplies(undefined, false);
    server = createServer((_, reply) => {
      reply.statusCode = 404;
      reply.end("an empty page");
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/exams/none`;
    const post = (headers: Record<string, string>) =>
      fetch(address, { method: "POST", headers, body: new URLSearchParams({ mode: "mock" }), redirect: "manual" });
    const reply = await post({});
    expect([reply.status, reply.headers.get("location")]).toEqual([303, "/404"]);
    expect((await post({ "Next-Action": "a script reads the reply" })).status).toBe(404);
    expect((await fetch(address)).status, "and a page as such").toBe(404);
  });

  it("leaves the policy of an image to what sends the image", async () => {
    secureReplies(undefined, false);
    const headers = await ask("/media/abc");
    expect(headers.get("content-security-policy")).toBeNull();
    expect(headers.get("x-content-type-options")).toBe("nosniff");
  });

  it("has no policy in development, where code is evaluated", async () => {
    secureReplies(undefined, true);
    expect((await ask()).get("content-security-policy")).toBeNull();
  });
});
