import { createServer, request } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, expect, it } from "vitest";
import { onSignal, type Signals } from "./signals.ts";
import { timeRequests } from "./time-requests.ts";

const heard: Signals["request-answered"][] = [];
onSignal("request-answered", (message) => heard.push(message));

const server = createServer((incoming, reply) => {
  if (incoming.url === "/review") return void reply.destroy();
  reply.statusCode = incoming.url === "/progress" ? 503 : 200;
  reply.end("answer");
});
timeRequests(server);
afterAll(() => server.close());

function ask(method: string, path: string): Promise<void> {
  const { port } = server.address() as AddressInfo;
  return new Promise((resolve) => {
    const outgoing = request({ port, host: "127.0.0.1", method, path, agent: false }, (reply) => {
      reply.resume().once("end", resolve);
    });
    outgoing.once("error", () => resolve()).end();
  });
}

it("reports each answer by route, method and status, but of streams", async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  await ask("GET", "/exams/sample?x=1");
  await ask("GET", "/progress");
  await ask("GET", "/review");
  await ask("PATCH", "/nowhere");
  await ask("GET", "/api/discussions/x/events");
  await expect.poll(() => heard.length).toBe(4);
  expect(heard.map(({ route, method, status }) => [route, method, status])).toEqual([
    ["/exams/[exam]", "GET", 200],
    ["/progress", "GET", 503],
    ["/review", "GET", 0],
    ["other", "other", 200],
  ]);
  for (const { seconds } of heard) expect(seconds).toBeGreaterThanOrEqual(0);
});
