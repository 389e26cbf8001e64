import { createServer, request, Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, it } from "vitest";
import { refuseOdd } from "./refuse-odd.ts";

const { emit } = Server.prototype;
const server = createServer((_, reply) => reply.end("handled"));
afterEach(() => {
  Server.prototype.emit = emit;
  server.close();
});

async function ask(method: string, path: string): Promise<number> {
  const { port } = server.address() as AddressInfo;
  return new Promise((resolve, reject) => {
    const outgoing = request({ port, host: "127.0.0.1", method, path, agent: false }, (reply) => {
      reply.resume().on("end", () => resolve(reply.statusCode ?? 0));
    });
    outgoing.on("error", reject).end();
  });
}

it("keeps TRACE, and targets that are no path, from Next", async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  refuseOdd();
  expect(await ask("TRACE", "/api/health")).toBe(405);
  expect(await ask("OPTIONS", "*")).toBe(400);
  expect(await ask("GET", "http://evil.example/")).toBe(400);
  for (const method of ["GET", "HEAD", "OPTIONS", "POST"]) expect(await ask(method, "/x?y=*")).toBe(200);
});
