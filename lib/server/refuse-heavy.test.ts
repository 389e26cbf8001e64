import { createServer, Server } from "node:http";
import { type AddressInfo, connect, type Socket } from "node:net";
import { afterEach, beforeEach, expect, it } from "vitest";
import { mostFormBytes } from "./form-size.ts";
import { refuseHeavy } from "./refuse-heavy.ts";

const { emit } = Server.prototype;
/** As Next does: a form is answered once all of it has come. */
const server = createServer((request, reply) => void request.resume().on("end", () => reply.end("handled")));
beforeEach(() => new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve)));
afterEach(() => {
  Server.prototype.emit = emit;
  server.closeAllConnections();
  server.close();
});

interface Sending {
  readonly socket: Socket;
  /** The first line of the reply; "" when the connection ended without one. */
  readonly reply: Promise<string>;
}

/** Begins to send a form that claims this number of bytes. */
function begin(bytes: number | "unknown", path = "/sign-in", method = "POST"): Sending {
  const { port } = server.address() as AddressInfo;
  const size = bytes === "unknown" ? "Transfer-Encoding: chunked" : `Content-Length: ${bytes}`;
  const socket = connect(port, "127.0.0.1");
  socket.write(`${method} ${path} HTTP/1.1\r\nHost: localhost\r\n${size}\r\n\r\n`);
  const reply = new Promise<string>((resolve) => {
    socket.once("data", (data) => resolve(String(data).split("\r\n")[0] ?? ""));
    socket.on("error", () => {}).once("close", () => resolve(""));
  });
  return { socket, reply };
}

async function send(bytes: number, path?: string, method?: string): Promise<string> {
  const { socket, reply } = begin(bytes, path, method);
  socket.write("a".repeat(Math.min(bytes, mostFormBytes)));
  return reply.finally(() => socket.destroy());
}

it("lets forms through that are as large as one of ours can be, and says so of larger ones", async () => {
  refuseHeavy();
  expect(await send(mostFormBytes)).toBe("HTTP/1.1 200 OK");
  expect(await send(mostFormBytes + 1)).toBe("HTTP/1.1 413 Payload Too Large");
  // Its routes read their bodies themselves.
  expect(await send(mostFormBytes, "/api/attempts/a/answers", "PUT")).toBe("HTTP/1.1 200 OK");
});

it("ends what does not arrive in time", async () => {
  refuseHeavy(50);
  const { socket, reply } = begin(1_000);
  socket.write("a".repeat(999));
  expect(await reply).toBe("");
});

it("lets forms on their way hold 32 MiB beyond 64 KiB each, and takes small ones all the while", async () => {
  refuseHeavy();
  const slow = Array.from({ length: 200 }, (_, i) => begin(i % 2 === 0 ? mostFormBytes : "unknown"));
  let ended = 0;
  for (const { reply } of slow) void reply.then(() => ended++);
  // 170 of them hold 192 KiB each beyond what is always allowed.
  await expect.poll(() => ended, { timeout: 20_000 }).toBe(30);
  expect(await send(1_000)).toBe("HTTP/1.1 200 OK");
  for (const { socket } of slow) socket.destroy();
});
