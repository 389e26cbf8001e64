import { createServer, type RequestListener, type Server } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { Worker } from "node:worker_threads";
import { afterEach, describe, expect, it } from "vitest";
import { makeStoppable } from "./stop.ts";

const longMs = 60_000;
const shortMs = 50;
/** Longer than a silent connection is kept. */
const busyMs = 500;
const head = "GET /api/x HTTP/1.1\r\nHost: localhost\r\n";
let server: Server;

afterEach(() => server.closeAllConnections());

async function serve(listener: RequestListener) {
  server = createServer(listener);
  const stopping = makeStoppable(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return stopping;
}

/** A connection on which `text` is said, all that is heard on it, and its end. */
async function talk(text: string) {
  const socket = connect((server.address() as AddressInfo).port, "127.0.0.1");
  let heard = "";
  socket
    .on("error", () => {})
    .on("data", (chunk) => {
      heard += chunk;
    });
  const ended = new Promise<string>((resolve) => socket.once("close", () => resolve(heard)));
  await new Promise<void>((resolve) => socket.once("connect", () => resolve()));
  const taken = new Promise<void>((resolve) => server.once("connection", () => resolve()));
  socket.write(text);
  await Promise.race([taken, new Promise((resolve) => setTimeout(resolve, 100))]);
  return { socket, heard: () => heard, ended };
}

/** Clients that are not held up while this thread is: they connect when told, and speak `afterMs` later. */
async function clientsBeside(many: number, afterMs: number) {
  const { port } = server.address() as AddressInfo;
  const program = `
    const { parentPort } = require("node:worker_threads");
    const speak = () => new Promise((resolve) => {
      let heard = "";
      const socket = require("node:net").connect(${port}, "127.0.0.1");
      setTimeout(() => socket.write(${JSON.stringify(`${head}\r\n`)}), ${afterMs});
      socket.on("error", () => {}).on("data", (chunk) => (heard += chunk)).on("close", () => resolve(heard));
    });
    parentPort.once("message", async () => {
      parentPort.postMessage(await Promise.all(Array.from({ length: ${many} }, speak)));
    });
    parentPort.postMessage("ready");`;
  const worker = new Worker(program, { eval: true });
  const message = () => new Promise<readonly string[]>((resolve) => worker.once("message", resolve));
  await message();
  return {
    connect: () => worker.postMessage("connect"),
    heard: message().finally(() => worker.terminate()),
  };
}

/** As long as this takes, nothing else happens in this thread. */
function beBusy(ms: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
}

describe("a stop", () => {
  it("answers who connected while the process was busy", async () => {
    const { stop } = await serve((_, reply) => reply.end("done"));
    const clients = await clientsBeside(5, 0);
    clients.connect();
    beBusy(busyMs);
    expect(await stop(longMs)).toBe(0);
    for (const heard of await clients.heard) expect(heard).toContain("done");
  });

  it("reads what was said while the process was busy, before it calls a connection silent", async () => {
    const { stop } = await serve((_, reply) => reply.end("done"));
    const clients = await clientsBeside(1, 50);
    const taken = new Promise((resolve) => server.once("connection", resolve));
    clients.connect();
    await taken;
    const stopped = stop(longMs);
    await new Promise(setImmediate);
    beBusy(busyMs);
    expect(await stopped).toBe(0);
    expect((await clients.heard)[0]).toContain("done");
  });

  it("ends at once when connections say nothing or are idle", async () => {
    const { stop } = await serve((_, reply) => reply.end("done"));
    const silent = await talk("");
    const idle = await talk(`${head}\r\n`);
    await expect.poll(idle.heard).toContain("done");
    expect(await stop(longMs)).toBe(0);
    await Promise.all([silent.ended, idle.ended]);
  });

  it("waits for a reply that is being made, which says that the connection ends", async () => {
    let finish = () => {};
    const { stop } = await serve((_, reply) => {
      finish = () => reply.end("done");
    });
    const client = await talk(`${head}\r\n`);
    const stopped = stop(longMs);
    finish();
    expect(await stopped).toBe(0);
    expect(await client.ended).toMatch(/^HTTP\/1\.1 200 .*Connection: close.*done$/is);
  });

  it("closes a connection when its reply ends that began before and promised to keep it", async () => {
    let finish = () => {};
    const { stop } = await serve((_, reply) => {
      reply.write("begun, ");
      finish = () => reply.end("done");
    });
    const client = await talk(`${head}\r\n`);
    await expect.poll(client.heard).toContain("begun");
    const stopped = stop(longMs);
    finish();
    expect(await stopped).toBe(0);
    expect(await client.ended).toContain("done");
  });

  it("answers a request whose rest arrives meanwhile", async () => {
    const { stop } = await serve((_, reply) => reply.end("done"));
    const client = await talk(head);
    const stopped = stop(longMs);
    client.socket.write("\r\n");
    expect(await stopped).toBe(0);
    expect(await client.ended).toMatch(/^HTTP\/1\.1 200 .*Connection: close/is);
  });

  it("refuses in words, when the time is over, what is not answered: a whole request and half of one", async () => {
    const { stop } = await serve(() => {});
    const whole = await talk(`${head}\r\n`);
    const half = await talk(head);
    expect(await stop(shortMs)).toBe(2);
    expect(await whole.ended).toMatch(/^HTTP\/1\.1 503 .*Connection: close.*Retry-After: 5.*"code":"stopping"/is);
    expect(await half.ended).toMatch(/^HTTP\/1\.1 503 .*Retry-After: 5.*sending it again is safe/is);
  });

  it("takes no new connection", async () => {
    const { stop } = await serve(() => {});
    await talk(`${head}\r\n`);
    const stopped = stop(shortMs);
    await expect.poll(() => server.listening, { interval: 1 }).toBe(false);
    await stopped;
  });
});
