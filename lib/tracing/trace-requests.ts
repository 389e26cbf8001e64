import type { AsyncLocalStorage } from "node:async_hooks";
import type { Server } from "node:http";
import {
  type Context,
  defaultTextMapGetter,
  ROOT_CONTEXT,
  SpanKind,
  SpanStatusCode,
  type Tracer,
  trace,
} from "@opentelemetry/api";
import { W3CTraceContextPropagator } from "@opentelemetry/core";
import { methodOf, newsRoute, routeOf } from "#lib/metrics/route-of";

/** Neither is real work for a request: a discussion stream stays open for hours, and a static file is only read. */
const untraced = [newsRoute, "static"];

/**
 * Traces each request to `server` from now on, as part of the trace that the proxy's `traceparent` names. A span says
 * which route answered, never the address, which may contain a token or a person's id.
 */
export function traceRequests(server: Server, tracer: Tracer, current: AsyncLocalStorage<Context>): void {
  const propagator = new W3CTraceContextPropagator();
  server.prependListener("request", (request, reply) => {
    const route = routeOf(request.url ?? "");
    if (untraced.includes(route)) return;
    const method = methodOf(request.method);
    const attributes = { "http.request.method": method, "http.route": route };
    const from = propagator.extract(ROOT_CONTEXT, request.headers, defaultTextMapGetter);
    const span = tracer.startSpan(`${method} ${route}`, { kind: SpanKind.SERVER, attributes }, from);
    current.enterWith(trace.setSpan(from, span));
    reply.once("close", () => {
      if (reply.headersSent) span.setAttribute("http.response.status_code", reply.statusCode);
      if (!reply.headersSent || reply.statusCode >= 500) span.setStatus({ code: SpanStatusCode.ERROR });
      span.end();
    });
  });
}
