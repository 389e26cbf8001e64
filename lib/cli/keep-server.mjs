import http from "node:http";

/**
 * Loaded before Next: keeps the HTTP server that Next creates, so that lib/server/stop.ts can shut it down cleanly, and
 * tells Next to leave the signals to us. Next would wait for every connection, for as long as it stays open.
 */
process.env.NEXT_MANUAL_SIG_HANDLE = "1";

/**
 * Either side may close an idle keep-alive connection. It must not be us: a proxy that sends a request at that moment
 * gets a reset instead of an answer. Proxies usually close it after 60 seconds.
 */
const keepAliveMs = 75_000;

const createServer = http.createServer;
http.createServer = (...args) => {
  const server = createServer(...args);
  if (globalThis.mockdownServer === undefined) {
    globalThis.mockdownServer = server;
    server.keepAliveTimeout = keepAliveMs;
    holdRequests(server);
  }
  return server;
};

/** Next listens before it has loaded the app, which decides what is refused. Until `letIn` is called, requests wait. */
function holdRequests(server) {
  const waiting = [];
  server.emit = (event, ...args) => {
    if (event !== "request") return http.Server.prototype.emit.call(server, event, ...args);
    waiting.push(args);
    return true;
  };
  server.letIn = () => {
    delete server.emit;
    for (const args of waiting) server.emit("request", ...args);
  };
}
