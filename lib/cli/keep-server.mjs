import http from "node:http";

/**
 * Loaded before Next: keeps the HTTP server that it makes, so that lib/server/stop.ts can end it in order, and tells
 * Next to leave the signals to us. Next would wait for every connection, for as long as it stays open.
 */
process.env.NEXT_MANUAL_SIG_HANDLE = "1";

const createServer = http.createServer;
http.createServer = (...words) => {
  const server = createServer(...words);
  globalThis.mockdownServer ??= server;
  return server;
};
