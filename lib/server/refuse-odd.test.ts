import { createServer, type OutgoingHttpHeaders, request, Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, it } from "vitest";
import { refuseOdd } from "./refuse-odd.ts";

const { emit } = Server.prototype;
const server = createServer((_, reply) => reply.end("handled"));
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  refuseOdd();
});
afterAll(() => {
  Server.prototype.emit = emit;
  server.close();
});

async function ask(method: string, path: string, headers: OutgoingHttpHeaders = {}, body = ""): Promise<number> {
  const { port } = server.address() as AddressInfo;
  return new Promise((resolve, reject) => {
    const outgoing = request({ port, host: "127.0.0.1", method, path, headers, agent: false }, (reply) => {
      reply.resume().on("end", () => resolve(reply.statusCode ?? 0));
    });
    outgoing.on("error", reject).end(body);
  });
}

it("keeps TRACE, and targets that are no path, from Next", async () => {
  expect(await ask("TRACE", "/api/health")).toBe(405);
  expect(await ask("OPTIONS", "*")).toBe(400);
  expect(await ask("GET", "http://evil.example/")).toBe(400);
  for (const method of ["GET", "HEAD", "OPTIONS", "POST"]) expect(await ask(method, "/x?y=*")).toBe(200);
});

it("keeps the state of a router that Next could not read from Next", async () => {
  const broken = ["null", "{}", "[", "%", "%ff", "[1]", '["",{},null,"elsewhere"]', `["",{"a":${"[".repeat(9_000)}`];
  for (const state of broken)
    for (const method of ["GET", "POST"])
      expect(await ask(method, "/", { RSC: "1", "Next-Router-State-Tree": state }), state).toBe(400);
});

it("passes on what Next's script sends", async () => {
  const tree = ["", { children: ["exams", { children: [["exam", "sample", "d", null], {}] }] }, null, null, 0];
  const state = encodeURIComponent(JSON.stringify(tree));
  expect(await ask("GET", "/exams/sample", { RSC: "1", "Next-Router-State-Tree": state })).toBe(200);
});

it("keeps forms in parts that do not say what parts them from Next", async () => {
  for (const type of ["multipart/form-data", "Multipart/Form-Data; charset=utf-8", "multipart/form-data; boundary="])
    expect(await ask("POST", "/", { "Content-Type": type })).toBe(400);
  for (const type of ["multipart/form-data; boundary=x", 'multipart/form-data;Boundary="a b"', "text/plain"])
    expect(await ask("POST", "/", { "Content-Type": type })).toBe(200);
});

it("keeps calls of an action with anything but a form, or nothing, from Next", async () => {
  const call = (length: number, type = "text/plain;charset=UTF-8") =>
    ask("POST", "/", { "Next-Action": "00ab", "Content-Type": type, "Content-Length": length }, "x".repeat(length));
  expect(await call(5)).toBe(400);
  expect(await call(0)).toBe(400);
  expect(await call(2)).toBe(200);
  expect(await call(500, "multipart/form-data; boundary=x")).toBe(200);
  expect(await ask("POST", "/", { "Content-Type": "text/plain", "Content-Length": 5 }, "12345")).toBe(200);
});
