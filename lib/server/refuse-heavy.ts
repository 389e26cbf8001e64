import type { IncomingMessage, ServerResponse } from "node:http";
import { BodiesInFlight } from "#lib/attempts/bodies-in-flight";
import { beforeNext } from "./before-next.ts";
import { mostFormBytes } from "./form-size.ts";
import { isReading } from "./origin-problem.ts";

/** How long a form may take to arrive, in milliseconds. Node itself would wait for five minutes. */
const patienceMs = 30_000;
const sentence = `This form was refused: it holds more than ${mostFormBytes / 1024} KiB. Send less at once.`;

/**
 * Refuses forms that are larger than any form here, on which Next would fail. Ends those that do not arrive in time, or
 * for which others leave no room: Next keeps the received part of a form in memory until its end.
 */
export function refuseHeavy(timeLimitMs = patienceMs): void {
  const bodies = new BodiesInFlight();
  beforeNext((request, reply) => refuse(request, reply, bodies, timeLimitMs));
}

function refuse(request: IncomingMessage, reply: ServerResponse, bodies: BodiesInFlight, timeLimitMs: number): boolean {
  const { method = "", headers, url = "" } = request;
  // The routes of the API read their bodies themselves: lib/attempts/read-json.ts.
  if (isReading(method) || url.startsWith("/api/")) return false;
  // A body without a stated length may grow as long as Next allows.
  const bytes = Number(headers["content-length"] ?? mostFormBytes);
  if (bytes > mostFormBytes) {
    reply
      .writeHead(413, { "Cache-Control": "no-store", "Content-Type": "text/plain", Connection: "close" })
      .end(sentence);
    return true;
  }
  const body = bodies.begin(() => request.destroy());
  const timer = setTimeout(() => request.destroy(), timeLimitMs).unref();
  const end = () => {
    clearTimeout(timer);
    body.end();
  };
  request.once("end", end);
  reply.once("close", end);
  body.holds(bytes);
  return false;
}
