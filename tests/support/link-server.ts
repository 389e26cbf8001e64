import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

type Answer = (request: IncomingMessage, response: ServerResponse, visit: number) => void;

const words = "A page with enough text of its own that nobody takes it for one that a script writes. ".repeat(4);

function html(title: string, body = ""): string {
  return `<!doctype html><title>${title}</title><body><p>${words}</p>${body}`;
}

const send =
  (status: number, body = "", headers: Readonly<Record<string, string>> = {}): Answer =>
  (_, response) => {
    response.writeHead(status, { "content-type": "text/html; charset=utf-8", ...headers }).end(body);
  };

const firstly =
  (first: Answer, then: Answer): Answer =>
  (request, response, visit) =>
    (visit === 1 ? first : then)(request, response, visit);

const byMethod =
  (head: Answer, get: Answer): Answer =>
  (request, response, visit) =>
    (request.method === "HEAD" ? head : get)(request, response, visit);

const page = html("A page", '<h2 id="place">Place</h2>');

/** Pages that exist, on servers that are awkward in various ways. A name with a fragment is linked with it. */
export const living: Readonly<Record<string, Answer>> = {
  plain: send(200, page),
  "fragment#place": send(200, page),
  "encoded#gr%C3%B6%C3%9Fe": send(200, html("A page", '<h2 id="größe">Größe</h2>')),
  "anchor#old": send(200, html("A page", '<a name="old"></a>')),
  "hosted#usage": send(200, html("A page", '<h2 id="user-content-usage">Usage</h2>')),
  "script#route": send(200, "<!doctype html><title>App</title><div id=root></div><script>start()</script>"),
  "code#L12": send(200, page),
  "text#:~:text=Place": send(200, page),
  "no-head": byMethod(send(405), send(200, page)),
  "head-404": byMethod(send(404), send(200, page)),
  "head-500": byMethod(send(501), send(200, page)),
  "paper.pdf": send(200, "%PDF", { "content-type": "application/pdf" }),
  untyped: send(200, page, { "content-type": "" }),
  "long#place": send(200, html("Long", `${`<p>${words}</p>`.repeat(9000)}<h2 id="place"></h2>`)),
  "about-404": send(200, html("What 404 Not Found means")),
  passing: send(302, "", { location: "/plain" }),
  "front-for-now": send(302, "", { location: "/" }),
  busy: firstly(send(429, "", { "retry-after": "0" }), send(200, page)),
  tired: firstly(send(503, "", { "retry-after": "0" }), send(200, page)),
  cut: firstly((_, response) => void response.destroy(), send(200, page)),
};

/** Pages that only a person can look at. */
export const guarded: Readonly<Record<string, Answer>> = {
  forbidden: send(403, html("Access denied")),
  wall: send(401, html("Sign in")),
  circle: (request, response) => void response.writeHead(302, { location: request.url ?? "/" }).end(),
};

/** Pages that have moved, and pages that are gone, by the rule that reports them. */
export const gone: Readonly<Record<string, readonly [string, Answer]>> = {
  moved: ["link-moved", send(301, "", { location: "/plain" })],
  "moved-twice": ["link-moved", send(308, "", { location: "/moved" })],
  missing: ["link-broken", send(404, html("Not found"))],
  withdrawn: ["link-broken", send(410, html("Gone"))],
  "moved-to-nowhere": ["link-broken", send(301, "", { location: "/missing" })],
  "lost#elsewhere": ["link-fragment", send(200, page)],
};

export interface LinkServer {
  readonly origin: string;
  /** When each request arrived, in milliseconds of a clock that never goes back. */
  readonly arrivals: readonly number[];
  readonly close: () => Promise<void>;
}

/**
 * Serves every page of the tables above at `/<name>` and, when requested with a number after it (`/plain/7`), again.
 * Unknown pages are a 404, or get the answer `unknown`.
 */
export async function startLinkServer(unknown: Answer = send(404, html("Not found"))): Promise<LinkServer> {
  const visits = new Map<string, number>();
  const arrivals: number[] = [];
  const all = new Map(
    [
      ...Object.entries({ ...living, ...guarded }),
      ...Object.entries(gone).map(([name, [, answer]]) => [name, answer] as const),
    ].map(([name, answer]) => [name.replace(/#.*/, ""), answer]),
  );
  const server = createServer((request, response) => {
    arrivals.push(performance.now());
    const path = (request.url ?? "/").slice(1);
    const visit = (visits.get(path) ?? 0) + 1;
    visits.set(path, visit);
    const answer = path === "" ? send(200, html("Front")) : (all.get(path.replace(/\/\d+$/, "")) ?? unknown);
    answer(request, response, visit);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { origin: `http://127.0.0.1:${port}`, arrivals, close };
}

/** The answers of a site that answers 200 to everything, and of one that redirects everything to its front page. */
export const softly = send(200, html("Page not found | Site"));
export const toFront = send(302, "", { location: "/" });
