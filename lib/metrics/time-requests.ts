import type { Server } from "node:http";
import { methodOf, newsRoute, routeOf } from "./route-of.ts";
import { signal } from "./signals.ts";

/** Tells of each request to `server` from now on how long its answer took. One that was cut before it began has the status 0. */
export function timeRequests(server: Server): void {
  server.prependListener("request", (request, reply) => {
    const route = routeOf(request.url ?? "");
    // A stream stays open for hours: how long says nothing about the server.
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
