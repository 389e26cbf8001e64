import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from "node:http";
import { parseAndValidateFlightRouterState } from "next/dist/server/app-render/parse-and-validate-flight-router-state";
import { beforeNext } from "./before-next.ts";
import { isReading } from "./origin-problem.ts";

const isMultipart = /^\s*multipart\/form-data/i;

/**
 * Refuses requests that no browser sends and on which Next would fail: the method TRACE; a target that is not a path,
 * such as `*` or the whole address that a proxy gets; a multipart form without a boundary; a call of an action with
 * anything but a form; and the header in which Next's own script says what it already shows, in any form that the
 * script does not write.
 */
export function refuseOdd(): void {
  beforeNext(refuse);
}

function refuse(request: IncomingMessage, reply: ServerResponse): boolean {
  const status = request.method === "TRACE" ? 405 : isOdd(request) ? 400 : null;
  if (status === null) return false;
  reply.writeHead(status, { "Cache-Control": "no-store" }).end();
  return true;
}

function isOdd({ method = "", url = "", headers }: IncomingMessage): boolean {
  if (!url.startsWith("/") || !isRouterState(headers["next-router-state-tree"])) return true;
  return !isReading(method) && (isWithoutBoundary(headers["content-type"]) || isMadeUpCall(headers));
}

/** Every action here is called with a form, or with nothing, which Next's script writes as `[]`. */
function isMadeUpCall(headers: IncomingHttpHeaders): boolean {
  const { "next-action": action, "content-type": type = "", "content-length": bytes = "2" } = headers;
  return action !== undefined && !isMultipart.test(type) && bytes !== "2";
}

/** Uses Next's own reader, which throws. */
function isRouterState(header: string | string[] | undefined): boolean {
  try {
    parseAndValidateFlightRouterState(header);
    return true;
  } catch {
    return false;
  }
}

function isWithoutBoundary(contentType = ""): boolean {
  return isMultipart.test(contentType) && !/;\s*boundary=\s*"?[^\s";]/i.test(contentType);
}
