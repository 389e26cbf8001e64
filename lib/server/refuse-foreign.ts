import type { IncomingMessage, Server, ServerResponse } from "node:http";
import { log } from "#lib/log/log";
import { beforeNext } from "./before-next.ts";
import { isReading, originProblem } from "./origin-problem.ts";

const sentence =
  "This change was refused: it does not come from a page of this site. Reload the page and try again. " +
  "A script names the address of this site in the header Origin. " +
  "If you run this site: set BASE_URL, or let your proxy pass on Host and X-Forwarded-Proto.";
/** In characters: how much a stranger may write into the log. */
const longestLogged = 200;

/** A server from keep-server.mjs: its requests wait until the app is loaded. Under `next dev` there is none. */
interface KeptServer extends Server {
  readonly letIn?: () => void;
}

/**
 * Refuses with 403 every request of this process that would change something and does not come from a page of this
 * site, before Next sees it: actions, routes and forms without script alike.
 */
export function refuseForeign(baseUrl: string | undefined): void {
  beforeNext((request, reply) => refuse(request, reply, baseUrl));
}

/** Passes on the requests that arrived while the app was loading. */
export function letRequestsIn(): void {
  (globalThis as typeof globalThis & { mockdownServer?: KeptServer }).mockdownServer?.letIn?.();
}

function refuse(request: IncomingMessage, reply: ServerResponse, baseUrl: string | undefined): boolean {
  const { method = "", headers, url = "" } = request;
  const source = {
    method,
    origin: headers.origin,
    host: headers.host,
    forwardedHost: single(headers["x-forwarded-host"]),
    forwardedProto: single(headers["x-forwarded-proto"]),
  };
  const problem = originProblem(source, baseUrl);
  if (problem === null) {
    if (!isReading(method)) tellNext(request);
    return false;
  }
  const path = shorten(url.replace(/\?.*$/s, ""));
  const id = single(headers["x-request-id"]) ?? null;
  log("warn", "change-refused", { method, path, origin: shorten(headers.origin ?? "none"), ...problem, request: id });
  const isApi = path.startsWith("/api/");
  reply.writeHead(403, {
    "Cache-Control": "no-store",
    // Without a charset, Next's script would not show the sentence.
    "Content-Type": isApi ? "application/json" : "text/plain",
  });
  reply.end(isApi ? JSON.stringify({ error: { code: "foreign-origin", message: sentence } }) : sentence);
  return true;
}

/**
 * Next refuses a form if its origin has another host than the request; only a build with BASE_URL would change that. A
 * request that is accepted here came from the origin that it names, even behind a proxy that does not pass the host on.
 */
function tellNext({ headers }: IncomingMessage): void {
  if (headers.origin !== undefined && URL.canParse(headers.origin))
    headers["x-forwarded-host"] = new URL(headers.origin).host;
}

function single(header: string | string[] | undefined): string | undefined {
  return Array.isArray(header) ? header.join(",") : header;
}

function shorten(text: string): string {
  return text.slice(0, longestLogged);
}
