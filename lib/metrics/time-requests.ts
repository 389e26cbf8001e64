import type { Server } from "node:http";
import { methodOf, newsRoute, routeOf } from "./route-of.ts";
import { signal } from "./signals.ts";

/**
 * From now on, reports how long the answer to each request to `server` took. A request that was cut off before the
 * answer began has the status 0.
 */
export function timeRequests(server: Server): void {
  server.prependListener("request", (request, reply) => {
    const route = routeOf(request.url ?? "");
    // A stream stays open for hours: its duration says nothing about the server.
    if (route === newsRoute) return;
    const begun = performance.now();
    reply.once("close", () => {
      const status = reply.headersSent ? reply.statusCode : 0;
      signal("request-answered", {
        route,
        method: methodOf(request.method),
        status,
        seconds: (performance.now() - begun) / 1000,
      });
    });
  });
}
