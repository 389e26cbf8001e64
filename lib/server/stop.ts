import type { Server, ServerResponse } from "node:http";
import type { Socket } from "node:net";
import { setImmediate as nextTurn, setTimeout as sleep } from "node:timers/promises";

/** What a client may still be sending over a new connection arrives within this time. */
const silenceMs = 250;
/** How long a refusal may take to leave. */
const farewellMs = 500;
const mostTurns = 1_000;
const secondsUntilBack = "5";
const sentence = "The server is stopping. Whether this was saved is not known; sending it again is safe.";

export interface Stopping {
  /**
   * Takes no new connection, closes the idle ones, and lets the others finish: each reply says `Connection: close`.
   * After `patienceMs` the rest is refused with 503 and cut. Resolves, when no connection is left, to how many were cut.
   */
  readonly stop: (patienceMs: number) => Promise<number>;
}

/** Follows the connections of `server` from now on, so that it can be stopped in order. */
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
      // Its headers may have left before the stop, promising to keep the connection.
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
 * Waits until nobody is left in the queue of connections, whom a busy process had no time for yet: closing the queue would reset
 * them. A turn takes in one of them; `taken` counts them. New ones keep it for `mostTurns` at most.
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
 * Node counts a connection on which nothing was ever said as one with a request. It is called after a turn in which everything
 * is read that has arrived.
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

/** Half a request: it has no reply yet that could be filled in. */
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
