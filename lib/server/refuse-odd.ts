import type { IncomingMessage, ServerResponse } from "node:http";
import { beforeNext } from "./before-next.ts";

/**
 * Refuses what no browser sends and Next would fail at: the method TRACE, and a target that is not a path, such as `*` or the
 * whole address by which a proxy is asked.
 */
export function refuseOdd(): void {
  beforeNext(refuse);
}

function refuse({ method, url = "" }: IncomingMessage, reply: ServerResponse): boolean {
  const status = method === "TRACE" ? 405 : url.startsWith("/") ? null : 400;
  if (status === null) return false;
  reply.writeHead(status, { "Cache-Control": "no-store" }).end();
  return true;
}
