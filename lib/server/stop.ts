import type { Server, ServerResponse } from "node:http";
import type { Socket } from "node:net";
import { setImmediate as nextTurn, setTimeout as sleep } from "node:timers/promises";

/** Data that a client is still sending over a new connection arrives within this time. */
const silenceMs = 250;
/** How long sending a refusal may take. */
const farewellMs = 500;
const mostTurns = 1_000;
const secondsUntilBack = "5";
const sentence = "The server is stopping. Whether this was saved is not known; sending it again is safe.";

export interface Stopping {
  /**
   * Accepts no new connection, closes the idle ones, and lets the others finish: each reply says `Connection: close`.
   * After `patienceMs`, the rest is refused with 503 and cut off. When no connection is left, resolves to the number
   * that were cut off.
   */
  readonly stop: (patienceMs: number) => Promise<number>;
}

/** Tracks the connections of `server` from now on, so that it can be stopped cleanly. */
export function makeStoppable(server: Server): Stopping {
  const sockets = new Set<Socket>();
  const replies = new Set<ServerResponse>();
  let isStopping = false;
  let taken = 0;
  server.on("connection", (socket: Socket) => {
    taken++;
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
  });
  server.prependListener("request", (_, reply) => {
    replies.add(reply);
    if (isStopping) sayClose(reply);
    reply.once("close", () => {
      replies.delete(reply);
      // Its headers may have been sent before the stop, promising to keep the connection.
      if (isStopping) setImmediate(() => server.closeIdleConnections());
    });
  });

  return {
    async stop(patienceMs) {
      isStopping = true;
      for (const reply of replies) sayClose(reply);
      await takeIn(() => taken);
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      setTimeout(() => setImmediate(() => closeSilent(sockets)), silenceMs).unref();
      const inTime = closed.then(() => true);
      if (await Promise.race([inTime, sleep(patienceMs, false, { ref: false })])) return 0;
      const left = sockets.size;
      for (const socket of sockets) refuse(socket, replies);
      await Promise.race([closed, sleep(farewellMs)]);
      server.closeAllConnections();
      for (const socket of sockets) socket.destroy();
      return left;
    },
  };
}

/**
 * Waits until the queue of new connections, which a busy process has not accepted yet, is empty: closing the queue
 * would reset them. Each turn accepts one of them; `taken` counts them. New arrivals can prolong this to `mostTurns` at
 * most.
 */
async function takeIn(taken: () => number): Promise<void> {
  for (let turn = 0, before = -1; turn < mostTurns && taken() !== before; turn++) {
    before = taken();
    await nextTurn();
    await nextTurn();
  }
}

function sayClose(reply: ServerResponse): void {
  if (!reply.headersSent) reply.setHeader("Connection", "close");
}

/**
 * Node counts a connection on which nothing was ever sent as one with a request. Call this after a turn in which
 * everything that has arrived was read.
 */
function closeSilent(sockets: ReadonlySet<Socket>): void {
  for (const socket of sockets) if (socket.bytesRead === 0) socket.destroy();
}

function refuse(socket: Socket, replies: ReadonlySet<ServerResponse>): void {
  const own = [...replies].filter((reply) => reply.socket === socket);
  if (own.length === 0) refuseHalf(socket);
  for (const reply of own) {
    if (reply.headersSent) reply.destroy();
    else refuseWhole(reply);
  }
}

/** Half a request: there is no reply object yet that could be filled in. */
function refuseHalf(socket: Socket): void {
  const head = ["HTTP/1.1 503 Service Unavailable", "Connection: close", `Retry-After: ${secondsUntilBack}`];
  const text = ["Content-Type: text/plain; charset=utf-8", `Content-Length: ${Buffer.byteLength(sentence)}`];
  socket.end([...head, ...text, "", sentence].join("\r\n"));
}

function refuseWhole(reply: ServerResponse): void {
  const isApi = reply.req.url?.startsWith("/api/") ?? false;
  reply.writeHead(503, {
    Connection: "close",
    "Retry-After": secondsUntilBack,
    "Cache-Control": "no-store",
    "Content-Type": isApi ? "application/json" : "text/plain; charset=utf-8",
  });
  reply.end(isApi ? JSON.stringify({ error: { code: "stopping", message: sentence } }) : sentence);
}
